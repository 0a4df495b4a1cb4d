-- How many rows a day has.
-- ?1 day
SELECT COUNT(*)
FROM screen_press
WHERE day = ?1;
