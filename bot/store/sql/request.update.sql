-- Notes how far a request is.
-- ?1 number, ?2 state, ?3 closed_at or NULL, ?4 solution
UPDATE request
SET state = ?2, closed_at = ?3, solution = ?4
WHERE number = ?1;
