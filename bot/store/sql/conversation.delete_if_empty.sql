-- Takes a conversation out that has no turn any more.
-- ?1 id
DELETE FROM conversation
WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.conversation_id = ?1);
