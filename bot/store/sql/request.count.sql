-- How many requests were imported, and when the last one of them was filed (0: none): one row; no parameters.
SELECT COUNT(*), COALESCE(MAX(created_at), 0)
FROM request;
