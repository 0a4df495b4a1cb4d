-- With which words articles are called or asked for.
SELECT words, article
FROM article_phrase
ORDER BY words, article;
