-- The screens that F1 was pressed on most often without a topic of their own.
-- ?1 first day, ?2 last day, ?3 how many
SELECT app, screen, match, SUM(presses)
FROM screen_press
WHERE day >= ?1 AND day <= ?2 AND match <> 'screen'
GROUP BY app, screen, match
ORDER BY SUM(presses) DESC, app, screen, match
LIMIT ?3;
