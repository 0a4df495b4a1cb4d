-- What belongs to a backup: one row.
SELECT made_at, identity_key
FROM backup;
