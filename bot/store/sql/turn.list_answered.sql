-- The questions that articles answered; of the same ones the newest can be found by its number.
-- ?1 from, ?2 before (ms)
SELECT turn.number, turn.article, turn.sought
FROM turn INDEXED BY turn_listed
WHERE turn.created_at >= ?1 AND turn.created_at < ?2 AND turn.article <> ''
ORDER BY turn.created_at, turn.conversation_id, turn.number;
