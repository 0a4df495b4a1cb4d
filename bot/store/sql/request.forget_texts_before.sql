-- Takes the words out of old requests; that they were filed stays known.
-- ?1 created before (ms), ?2 how many
UPDATE request
SET solution = '', text = ''
WHERE number IN (
  SELECT number FROM request
  WHERE created_at < ?1 AND (solution <> '' OR text <> '')
  LIMIT ?2);
