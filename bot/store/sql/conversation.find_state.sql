-- What a conversation remembers: at most one row.
-- ?1 id
SELECT state
FROM conversation
WHERE id = ?1;
