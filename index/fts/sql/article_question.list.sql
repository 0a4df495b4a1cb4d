-- The other ways to ask for each article, in its author's order.
SELECT article, text
FROM article_question
ORDER BY article, number;
