-- Takes out the counts of presses of old days.
-- ?1 day before, ?2 how many
DELETE FROM screen_press
WHERE (day, app, screen, match) IN (
  SELECT day, app, screen, match FROM screen_press WHERE day < ?1 ORDER BY day LIMIT ?2);
