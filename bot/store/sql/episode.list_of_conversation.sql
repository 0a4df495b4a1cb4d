-- How the episodes of a conversation ended, in order.
-- ?1 conversation_id
SELECT number, outcome, reason, standing
FROM episode
WHERE conversation_id = ?1
ORDER BY number;
