-- How many migrations the state has seen; no parameters.
PRAGMA user_version;
