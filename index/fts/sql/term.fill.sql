-- Counts the articles of each term, from the full-text index itself.
INSERT INTO term (term, articles)
SELECT term, doc
FROM temp.vocabulary
ORDER BY term;
