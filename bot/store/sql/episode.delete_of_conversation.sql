-- Takes the episodes of a conversation out of the ledger.
-- ?1 conversation_id
DELETE FROM episode
WHERE conversation_id = ?1;
