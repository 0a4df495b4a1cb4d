-- How many turns of a conversation are kept.
-- ?1 id of the conversation
SELECT COUNT(*)
FROM turn
WHERE conversation_id = ?1;
