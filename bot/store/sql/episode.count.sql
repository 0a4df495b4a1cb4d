-- How many episodes the ledger has; no parameters.
SELECT COUNT(*)
FROM episode;
