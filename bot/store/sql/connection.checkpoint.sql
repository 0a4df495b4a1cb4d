-- Moves everything from the WAL into the database and empties it; no parameters. Answers 0, or 1 when somebody goes on
-- reading it.
PRAGMA wal_checkpoint(TRUNCATE);
