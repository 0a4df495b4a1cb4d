-- The screens that F1 was pressed on most often without a topic of their own.
-- ?1 first day, ?2 how many
SELECT app, screen, match, SUM(presses)
FROM screen_press
WHERE day >= ?1 AND match <> 'screen'
GROUP BY app, screen, match
ORDER BY SUM(presses) DESC, app, screen, match
LIMIT ?2;
