-- Adds what leads to the article in row ?2, unless it leads to another already.
INSERT OR IGNORE INTO article_alias (alias, article)
VALUES (?1, ?2);
