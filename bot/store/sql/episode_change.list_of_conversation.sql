-- The changes of the outcomes of a conversation, in order.
-- ?1 conversation_id
SELECT episode, at, was, became, reason
FROM episode_change
WHERE conversation_id = ?1
ORDER BY number;
