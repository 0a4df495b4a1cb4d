-- Notes what a member of staff did.
-- ?1 at, ?2 name, ?3 act, ?4 object
INSERT INTO staff_log (at, name, act, object)
VALUES (?1, ?2, ?3, ?4);
