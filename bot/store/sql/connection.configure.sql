-- Prepares the writer's connection; no parameters.

-- A lock that somebody else holds fails a write after half a second.
PRAGMA busy_timeout = 500;

-- A commit that was acknowledged survives a power cut.
PRAGMA synchronous = FULL;

-- What a part of a transaction would be rolled back to stays in memory: it is small, and a file of it would be made and thrown
-- away with each turn.
PRAGMA temp_store = MEMORY;

-- What is erased is overwritten.
PRAGMA secure_delete = ON;

-- The writer is the only one who checkpoints. A WAL that grew under a long read is cut back to 16 MiB.
PRAGMA wal_autocheckpoint = 1000;
PRAGMA journal_size_limit = 16777216;
