-- What of a source was counted on a day: at most one row.
-- ?1 day, ?2 source
SELECT visits, episodes, votes
FROM source_day
WHERE day = ?1 AND source = ?2;
