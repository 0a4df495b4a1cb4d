-- Tells that F1 on screen ?2 of program ?1 opens the article in row ?3.
INSERT INTO article_screen (app, screen, article)
VALUES (?1, ?2, ?3);
