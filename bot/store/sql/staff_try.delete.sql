-- Takes one try back.
-- ?1 account, ?2 address, ?3 at
DELETE FROM staff_try
WHERE rowid = (SELECT min(rowid) FROM staff_try WHERE account = ?1 AND address = ?2 AND at = ?3);
