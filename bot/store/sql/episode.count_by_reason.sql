-- Counted episodes of a period by day and reason, their questions, and how many are open; episode_by_reason covers it.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any; ?6 open since
SELECT reason, COUNT(*), SUM(questions), SUM(last_answer_at >= ?6)
FROM episode INDEXED BY episode_by_reason
WHERE day BETWEEN ?1 AND ?2 AND standing = 'counted'
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5)
GROUP BY day, standing, reason
ORDER BY day, standing, reason;
