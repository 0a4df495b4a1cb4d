-- The counted episodes of a period together: one row.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any
SELECT COALESCE(SUM(episodes), 0), COALESCE(SUM(answered), 0), COALESCE(SUM(questions), 0),
       COALESCE(SUM(helpful), 0), COALESCE(SUM(read), 0)
FROM episode_day
WHERE day BETWEEN ?1 AND ?2 AND standing = 'counted'
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5);
