-- All screens.
SELECT app, id, number, title, module, parent
FROM screen
ORDER BY app, id;
