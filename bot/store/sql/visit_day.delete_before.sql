-- Takes out the counts of visits of old days.
-- ?1 day before, ?2 how many
DELETE FROM visit_day
WHERE (day, channel, lang, module) IN (
  SELECT day, channel, lang, module FROM visit_day WHERE day < ?1 ORDER BY day LIMIT ?2);
