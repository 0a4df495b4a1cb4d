-- Moves everything from the WAL into the database and empties it, at a clean stop; no parameters.
PRAGMA wal_checkpoint(TRUNCATE);
