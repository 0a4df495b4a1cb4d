-- The words of all articles.
SELECT article, words
FROM article_words
ORDER BY article;
