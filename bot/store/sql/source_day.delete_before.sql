-- Forgets what was counted before a day: its sources are never named again.
-- ?1 day
DELETE FROM source_day
WHERE day < ?1;
