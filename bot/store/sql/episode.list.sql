-- The ledger, in the order of its key; the columns in the order of episode.upsert. No parameters.
SELECT conversation_id, number, day, started_at, last_answer_at, channel, lang, app, screen, module,
       standing, answered, outcome, reason, article, questions, requests, arm,
       last_turn, vote, was_read, missed, drafted, unreadable, excess, requested_at, returned_at, events
FROM episode
ORDER BY conversation_id, number;
