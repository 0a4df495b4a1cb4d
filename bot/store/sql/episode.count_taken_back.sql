-- Counted episodes of a period that were a success once and are none now, by the reason of that.
-- ?1 first day, ?2 last day, ?3 channel, ?4 module, ?5 lang; empty: any
SELECT reason, COUNT(*)
FROM (SELECT DISTINCT conversation_id, episode
      FROM episode_change
      WHERE was <> 'none' AND became = 'none') AS change
JOIN episode ON episode.conversation_id = change.conversation_id AND number = change.episode
WHERE day BETWEEN ?1 AND ?2 AND standing = 'counted' AND outcome = 'none'
  AND (?3 = '' OR channel = ?3) AND (?4 = '' OR module = ?4) AND (?5 = '' OR lang = ?5)
GROUP BY reason
ORDER BY reason;
