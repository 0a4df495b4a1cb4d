-- Adds a conversation or, when it is there, notes its state.
-- ?1 id, ?2 created_at, ?3 channel, ?4 state
INSERT INTO conversation (id, created_at, channel, state)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET state = excluded.state;
