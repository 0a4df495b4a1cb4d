-- Prepares the writer's connection; no parameters.

-- A lock that somebody else holds fails a write after half a second.
PRAGMA busy_timeout = 500;

-- A commit that was acknowledged survives a power cut.
PRAGMA synchronous = FULL;

-- What is erased is overwritten.
PRAGMA secure_delete = ON;

-- The writer is the only one who checkpoints. A WAL that grew under a long read is cut back to 16 MiB.
PRAGMA wal_autocheckpoint = 1000;
PRAGMA journal_size_limit = 16777216;
