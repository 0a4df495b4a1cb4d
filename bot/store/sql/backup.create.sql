-- The table that makes a copy of the state a backup; it is not in a live state.
CREATE TABLE backup (
  made_at      INTEGER NOT NULL,  -- milliseconds since 1970, UTC
  identity_key TEXT    NOT NULL   -- 64 hex digits
) STRICT;
