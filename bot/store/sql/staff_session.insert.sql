-- Keeps a new session.
-- ?1 digest, ?2 name, ?3 stamp, ?4 created_at, ?5 seen_at
INSERT INTO staff_session (digest, name, stamp, created_at, seen_at)
VALUES (?1, ?2, ?3, ?4, ?5);
