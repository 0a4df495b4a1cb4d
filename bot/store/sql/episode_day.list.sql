-- Episodes of a period by day, standing and place.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any
SELECT day, standing, channel, module, lang, episodes, answered, questions,
       helpful, read, drafted, filed, unhelpful, not_found, unread, returned
FROM episode_day
WHERE day BETWEEN ?1 AND ?2
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5)
ORDER BY day, standing, channel, module, lang;
