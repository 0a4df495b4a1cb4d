-- How many tries count against an account, and against an address, and when each was first tried.
-- ?1 account, ?2 address
SELECT
  (SELECT count(*) FROM staff_try WHERE account = ?1),
  (SELECT coalesce(min(at), 0) FROM staff_try WHERE account = ?1),
  (SELECT count(*) FROM staff_try WHERE address = ?2),
  (SELECT coalesce(min(at), 0) FROM staff_try WHERE address = ?2);
