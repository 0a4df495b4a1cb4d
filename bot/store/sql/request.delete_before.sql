-- Takes out old requests.
-- ?1 created before (ms), ?2 how many
DELETE FROM request
WHERE number IN (SELECT number FROM request WHERE created_at < ?1 LIMIT ?2);
