-- Every article as it was written, by id.
SELECT id, title, markdown
FROM article
ORDER BY id;
