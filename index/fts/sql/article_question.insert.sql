-- Keeps the ?2-th other way to ask for the article in row ?1, with the text ?3.
INSERT INTO article_question (article, number, text)
VALUES (?1, ?2, ?3);
