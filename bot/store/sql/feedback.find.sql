-- The vote on a turn: at most one row.
-- ?1 turn_id
SELECT turn_id, helpful, reason, created_at
FROM feedback
WHERE turn_id = ?1;
