-- What happened to each article in a period, by article.
-- ?1 first day, ?2 last day
SELECT article, SUM(shown), SUM(opened), SUM(helpful), SUM(unhelpful), SUM(requests)
FROM article_day
WHERE day >= ?1 AND day <= ?2
GROUP BY article
ORDER BY article;
