-- Which articles F1 opens on which screen.
SELECT app, screen, article
FROM article_screen
ORDER BY app, screen, article;
