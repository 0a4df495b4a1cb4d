-- Takes out what happened in a conversation.
-- ?1 conversation_id
DELETE FROM event
WHERE conversation_id = ?1;
