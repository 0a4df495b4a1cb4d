-- Indexes an article's analysed text. ?1 row, ?2 title, ?3 keywords, ?4 headings, ?5 body.
INSERT INTO article_text (rowid, title, keywords, headings, body)
VALUES (?1, ?2, ?3, ?4, ?5);
