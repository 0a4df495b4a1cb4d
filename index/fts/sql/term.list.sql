-- All terms with their number of articles.
SELECT term, articles
FROM term
ORDER BY term;
