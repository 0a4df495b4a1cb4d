-- Adds a conversation unless it is there.
-- ?1 id, ?2 created_at, ?3 channel
INSERT INTO conversation (id, created_at, channel)
VALUES (?1, ?2, ?3)
ON CONFLICT (id) DO NOTHING;
