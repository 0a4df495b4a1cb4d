-- Notes that an event is beyond the share of its source.
-- ?1 number
UPDATE event
SET counted = 0
WHERE number = ?1;
