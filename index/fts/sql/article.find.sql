-- The source text of the article with id ?1.
SELECT markdown
FROM article
WHERE id = ?1;
