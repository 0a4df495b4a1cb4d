-- Counted episodes of a period that are part of a trial, by arm, and how many of them led to a request.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any
SELECT arm, COUNT(*), SUM(requests > 0)
FROM episode
WHERE arm <> '' AND day BETWEEN ?1 AND ?2 AND standing = 'counted'
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5)
GROUP BY arm
ORDER BY arm;
