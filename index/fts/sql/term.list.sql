-- All terms with the number and the weight of their articles.
SELECT term, articles, weight
FROM term
ORDER BY term;
