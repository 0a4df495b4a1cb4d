-- The conversation that a turn belongs to: at most one row.
-- ?1 id of the turn
SELECT conversation_id
FROM turn
WHERE id = ?1;
