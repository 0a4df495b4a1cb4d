-- Tells that the article in row ?2 is called, or asked for, with exactly the words ?1.
INSERT OR IGNORE INTO article_phrase (words, article)
VALUES (?1, ?2);
