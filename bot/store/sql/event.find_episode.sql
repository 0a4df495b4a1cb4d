-- A row when something is kept of the episode already, its events or what was folded of them.
-- ?1 conversation_id, ?2 episode
SELECT 1 FROM event WHERE conversation_id = ?1 AND episode = ?2
UNION ALL
SELECT 1 FROM episode WHERE conversation_id = ?1 AND number = ?2
LIMIT 1;
