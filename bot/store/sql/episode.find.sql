-- An episode of the ledger: at most one row, the columns in the order of episode.upsert.
-- ?1 conversation_id, ?2 number
SELECT conversation_id, number, day, started_at, last_answer_at, channel, lang, app, screen, module,
       standing, answered, outcome, reason, article, questions, requests, arm,
       last_turn, vote, was_read, missed, drafted, unreadable, excess, requested_at, returned_at, events
FROM episode
WHERE conversation_id = ?1 AND number = ?2;
