-- The session of a cookie.
-- ?1 digest
SELECT number, digest, name, stamp, created_at, seen_at
FROM staff_session
WHERE digest = ?1;
