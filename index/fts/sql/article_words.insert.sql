-- Keeps the words ?2 of the article in row ?1.
INSERT INTO article_words (article, words)
VALUES (?1, ?2);
