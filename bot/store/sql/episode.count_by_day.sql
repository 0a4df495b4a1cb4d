-- Episodes of a period by day, standing and place; in the order of episode_by_day, which covers it.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any
SELECT day, standing, channel, module, lang, COUNT(*), SUM(answered),
       SUM(outcome = 'confirmed'), SUM(outcome = 'potential')
FROM episode INDEXED BY episode_by_day
WHERE day BETWEEN ?1 AND ?2
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5)
GROUP BY day, standing, channel, module, lang
ORDER BY day, standing, channel, module, lang;
