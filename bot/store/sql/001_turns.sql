-- Conversations, their turns, and what visitors said about the answers. Times are milliseconds since 1970,
-- UTC. Every text that came from outside has been through bot/privacy.

CREATE TABLE conversation (
  id         TEXT    NOT NULL PRIMARY KEY,
  created_at INTEGER NOT NULL,
  channel    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE turn (
  number          INTEGER PRIMARY KEY,  -- grows with each turn
  id              TEXT    NOT NULL UNIQUE,
  conversation_id TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  key             TEXT    NOT NULL UNIQUE,
  request_digest  TEXT    NOT NULL,
  created_at      INTEGER NOT NULL,
  lang            TEXT    NOT NULL,
  question        TEXT    NOT NULL,
  decision        TEXT    NOT NULL,
  articles        TEXT    NOT NULL,     -- ids, comma-separated, best first
  confidence      REAL    NOT NULL,
  app             TEXT    NOT NULL,
  screen          TEXT    NOT NULL,
  module          TEXT    NOT NULL,
  index_version   TEXT    NOT NULL,
  reply           TEXT    NOT NULL      -- the body that was sent, a place for the secret in it
) STRICT;

CREATE TABLE feedback (
  turn_id    TEXT    NOT NULL PRIMARY KEY REFERENCES turn (id) ON DELETE CASCADE,
  helpful    INTEGER NOT NULL CHECK (helpful IN (0, 1)),
  reason     TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
