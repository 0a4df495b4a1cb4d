-- Ends a session of an account.
-- ?1 name, ?2 number
DELETE FROM staff_session
WHERE name = ?1 AND number = ?2;
