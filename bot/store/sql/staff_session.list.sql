-- The sessions of an account, the newest first.
-- ?1 name
SELECT number, digest, name, stamp, created_at, seen_at
FROM staff_session
WHERE name = ?1
ORDER BY created_at DESC, number DESC;
