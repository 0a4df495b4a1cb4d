-- Tells that the article in row ?1 repeats the one in row ?2.
UPDATE article
SET original = ?2
WHERE row = ?1;
