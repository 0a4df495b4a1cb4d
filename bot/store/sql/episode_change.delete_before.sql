-- Takes out the oldest changes of outcomes.
-- ?1 at before (ms), ?2 how many
DELETE FROM episode_change
WHERE number IN (SELECT number FROM episode_change WHERE at < ?1 ORDER BY number LIMIT ?2);
