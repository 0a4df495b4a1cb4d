-- Forgets tries that count no more, and such as seem to come from much later because the clock was set back.
-- ?1 the last at that counts no more, ?2 the first one that is too late
DELETE FROM staff_try
WHERE at <= ?1 OR at >= ?2;
