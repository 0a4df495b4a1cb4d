-- All forms.
SELECT number, terms
FROM form
ORDER BY number;
