-- The turn stored under a key: at most one row, the columns in the order of turn.insert.
-- ?1 key
SELECT id, conversation_id, key, request_digest, created_at, lang, question, decision,
       articles, confidence, app, screen, module, index_version, reply,
       episode, verdict, article, explanation
FROM turn
WHERE key = ?1;
