-- Switches the file to write-ahead logging; no parameters. Answers the mode it is in now.
PRAGMA journal_mode = WAL;
