-- Counted episodes of a period that were a success once and are none now, by the reason of that; episode_by_taken_back
-- covers it.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any
SELECT reason, COUNT(*)
FROM episode INDEXED BY episode_by_taken_back
WHERE taken_back = 1 AND outcome = 'none' AND day BETWEEN ?1 AND ?2 AND standing = 'counted'
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5)
GROUP BY reason
ORDER BY reason;
