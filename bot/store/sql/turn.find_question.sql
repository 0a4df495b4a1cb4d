-- The question of a turn: at most one row.
-- ?1 number
SELECT question
FROM turn
WHERE number = ?1;
