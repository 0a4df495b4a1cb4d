-- A row when the view is there already.
-- ?1 conversation_id, ?2 episode, ?3 turn_id, ?4 article, ?5 detail
SELECT number
FROM event
WHERE conversation_id = ?1 AND episode = ?2 AND turn_id = ?3 AND kind = 'view' AND article = ?4 AND detail = ?5
ORDER BY number
LIMIT 1;
