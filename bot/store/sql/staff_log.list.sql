-- What staff did in a time, the newest first.
-- ?1 from, ?2 before, ?3 how many
SELECT at, name, act, object
FROM staff_log
WHERE at >= ?1 AND at < ?2
ORDER BY at DESC, number DESC
LIMIT ?3;
