-- Writes an episode of the ledger; what is there is replaced, but for what never changes.
-- ?1 conversation_id, ?2 number, ?3 day, ?4 started_at, ?5 last_answer_at, ?6 channel, ?7 lang, ?8 app, ?9 screen,
-- ?10 module, ?11 standing, ?12 answered, ?13 outcome, ?14 reason, ?15 article, ?16 questions, ?17 requests, ?18 arm,
-- ?19 last_turn, ?20 vote, ?21 was_read, ?22 missed, ?23 drafted, ?24 unreadable, ?25 excess, ?26 requested_at,
-- ?27 returned_at, ?28 events
INSERT INTO episode (conversation_id, number, day, started_at, last_answer_at, channel, lang, app, screen, module,
                     standing, answered, outcome, reason, article, questions, requests, arm,
                     last_turn, vote, was_read, missed, drafted, unreadable, excess, requested_at, returned_at, events)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
        ?25, ?26, ?27, ?28)
ON CONFLICT (conversation_id, number) DO UPDATE SET
  last_answer_at = excluded.last_answer_at,
  standing       = excluded.standing,
  answered       = excluded.answered,
  outcome        = excluded.outcome,
  reason         = excluded.reason,
  article        = excluded.article,
  questions      = excluded.questions,
  requests       = excluded.requests,
  last_turn      = excluded.last_turn,
  vote           = excluded.vote,
  was_read       = excluded.was_read,
  missed         = excluded.missed,
  drafted        = excluded.drafted,
  unreadable     = excluded.unreadable,
  requested_at   = excluded.requested_at,
  returned_at    = excluded.returned_at,
  events         = excluded.events;
