-- How far a request is: at most one row.
-- ?1 number
SELECT state, closed_at, solution
FROM request
WHERE number = ?1;
