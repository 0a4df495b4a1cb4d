-- What was stated, the last first; no parameters.
SELECT minutes_per_request, cents_per_hour, name, at
FROM assumption
ORDER BY number DESC;
