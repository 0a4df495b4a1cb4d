-- The counts of all articles, in the order of the key. No parameters.
SELECT day, article, shown, opened, helpful, unhelpful, requests
FROM article_day
ORDER BY day, article;
