-- Takes out the oldest episodes.
-- ?1 day before, ?2 how many
DELETE FROM episode
WHERE (conversation_id, number) IN (
  SELECT conversation_id, number FROM episode WHERE day < ?1 ORDER BY day LIMIT ?2);
