-- A conversation: at most one row.
-- ?1 id
SELECT created_at, channel
FROM conversation
WHERE id = ?1;
