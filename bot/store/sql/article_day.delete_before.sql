-- Takes out the counts of articles of old days.
-- ?1 day before, ?2 how many
DELETE FROM article_day
WHERE (day, article) IN (SELECT day, article FROM article_day WHERE day < ?1 ORDER BY day LIMIT ?2);
