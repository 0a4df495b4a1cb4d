-- What is kept in memory of every article, by row.
SELECT row, id, title, module, kind, lang, updated, valid_from, valid_to, url, original,
       title_length, keywords_length, headings_length, body_length
FROM article
ORDER BY row;
