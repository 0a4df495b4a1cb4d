-- The votes on a turn before an event, the last one first.
-- ?1 conversation_id, ?2 episode, ?3 turn_id, ?4 number of the event
SELECT at, detail, counted
FROM event
WHERE conversation_id = ?1 AND episode = ?2 AND turn_id = ?3 AND kind = 'vote' AND number < ?4
ORDER BY number DESC;
