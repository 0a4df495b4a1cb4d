-- The oldest turns, with the conversations that they are of.
-- ?1 created before (ms), ?2 how many
SELECT number, conversation_id
FROM turn INDEXED BY turn_listed
WHERE created_at < ?1
ORDER BY created_at, conversation_id, number
LIMIT ?2;
