-- Counts a try to sign in.
-- ?1 account, ?2 address, ?3 at
INSERT INTO staff_try (account, address, at)
VALUES (?1, ?2, ?3);
