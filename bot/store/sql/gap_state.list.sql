-- What was decided on gaps, by id. No parameters.
SELECT id, state, at, who
FROM gap_state
ORDER BY id;
