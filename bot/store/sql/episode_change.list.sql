-- The changes of one episode, in order.
-- ?1 conversation_id, ?2 episode
SELECT at, was, became, reason
FROM episode_change
WHERE conversation_id = ?1 AND episode = ?2
ORDER BY number;
