-- Reads the whole file; no parameters. Answers "ok", or the first thing that is wrong.
PRAGMA integrity_check(1);
