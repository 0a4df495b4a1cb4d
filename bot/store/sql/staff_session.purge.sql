-- Drops sessions that have ended by time.
-- ?1 the last created_at, ?2 the last seen_at that has ended
DELETE FROM staff_session
WHERE created_at <= ?1 OR seen_at <= ?2;
