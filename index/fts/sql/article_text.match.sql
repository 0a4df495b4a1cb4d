-- Hands every article that matches the expression ?1 to the collector ?2.
SELECT collect(article_text, ?2)
FROM article_text
WHERE article_text MATCH ?1;
