-- Adds a request.
-- ?1 number, ?2 created_at, ?3 state, ?4 closed_at or NULL, ?5 solution, ?6 text, ?7 reference, ?8 conversation_id,
-- ?9 episode
INSERT INTO request (number, created_at, state, closed_at, solution, text, reference, conversation_id, episode)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
