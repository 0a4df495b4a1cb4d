-- Takes a conversation out, with its turns, votes and drafts.
-- ?1 id
DELETE FROM conversation
WHERE id = ?1;
