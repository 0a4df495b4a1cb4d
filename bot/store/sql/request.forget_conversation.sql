-- Takes the words out of requests that were joined with a conversation, and the join.
-- ?1 conversation_id
UPDATE request
SET solution = '', text = '', reference = '', conversation_id = '', episode = 0
WHERE conversation_id = ?1;
