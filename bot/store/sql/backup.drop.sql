-- Makes a copy of a backup a live state.
DROP TABLE backup;
