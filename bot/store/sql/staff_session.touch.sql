-- Notes that a session was used; never back in time.
-- ?1 digest, ?2 seen_at
UPDATE staff_session
SET seen_at = ?2
WHERE digest = ?1 AND seen_at < ?2;
