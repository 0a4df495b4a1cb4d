-- How many counted episodes of a period were answered last at a moment or later; episode_by_last_answer covers it.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any; ?6 the moment
SELECT COUNT(*)
FROM episode INDEXED BY episode_by_last_answer
WHERE last_answer_at >= ?6 AND day BETWEEN ?1 AND ?2 AND standing = 'counted'
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5);
