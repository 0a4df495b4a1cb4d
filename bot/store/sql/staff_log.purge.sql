-- Drops entries that are older than they are kept.
-- ?1 the last at that is dropped
DELETE FROM staff_log
WHERE at <= ?1;
