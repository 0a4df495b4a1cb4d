-- Takes out how the outcomes of a conversation changed.
-- ?1 conversation_id
DELETE FROM episode_change
WHERE conversation_id = ?1;
