-- Adds an article. Parameters in the order of the columns.
INSERT INTO article (row, id, title, module, kind, lang, updated, valid_from, valid_to, url, markdown, original,
                     title_length, keywords_length, headings_length, body_length)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);
