-- Takes out the oldest events.
-- ?1 at before (ms), ?2 how many
DELETE FROM event
WHERE number IN (SELECT number FROM event WHERE at < ?1 ORDER BY number LIMIT ?2);
