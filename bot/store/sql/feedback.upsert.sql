-- Notes a vote on a turn in place of an earlier one. Changes no row when there is no such turn.
-- ?1 turn_id, ?2 helpful (0 or 1), ?3 reason, ?4 created_at
INSERT INTO feedback (turn_id, helpful, reason, created_at)
SELECT id, ?2, ?3, ?4
FROM turn
WHERE id = ?1
ON CONFLICT (turn_id) DO UPDATE SET
  helpful    = excluded.helpful,
  reason     = excluded.reason,
  created_at = excluded.created_at;
