-- The source text of the article with id ?1, or of the one that the alias ?2 leads to.
SELECT markdown
FROM article
WHERE id = ?1 OR row = (SELECT article FROM article_alias WHERE alias = ?2)
ORDER BY id <> ?1
LIMIT 1;
