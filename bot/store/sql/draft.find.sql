-- The draft of a turn: at most one row.
-- ?1 turn_id
SELECT reference, title, text
FROM draft
WHERE turn_id = ?1;
