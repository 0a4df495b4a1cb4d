-- How many turns are kept; no parameters.
SELECT COUNT(*)
FROM turn;
