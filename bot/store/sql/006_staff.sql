-- Signing in of staff: open sessions, failed tries, used codes, and the log of what staff did.

-- Nothing by which a session could be taken over: the cookie holds another 256 bits.
CREATE TABLE staff_session (
  number     INTEGER PRIMARY KEY,
  digest     TEXT    NOT NULL UNIQUE,  -- SHA-256 of the cookie's id
  name       TEXT    NOT NULL,         -- of the account
  stamp      TEXT    NOT NULL,         -- of the account when it began
  created_at INTEGER NOT NULL,         -- ms since 1970, UTC, as everywhere here
  seen_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_session_by_name ON staff_session (name);

-- Tries of the last quarter of an hour that were not right. Digests by the identity key, which name nobody.
CREATE TABLE staff_try (
  account TEXT    NOT NULL,
  address TEXT    NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_try_by_account ON staff_try (account);
CREATE INDEX staff_try_by_address ON staff_try (address);
CREATE INDEX staff_try_by_time ON staff_try (at);

-- The time step of the last one-time code that an account used.
CREATE TABLE staff_code (
  name TEXT    NOT NULL PRIMARY KEY,
  step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What staff did: only added to, kept for two years.
CREATE TABLE staff_log (
  number INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  name   TEXT    NOT NULL,  -- of the account
  act    TEXT    NOT NULL,  -- signed_in, viewed, exported, erased, …
  object TEXT    NOT NULL   -- what it was done to; empty: nothing
) STRICT;
CREATE INDEX staff_log_by_time ON staff_log (at);

CREATE TRIGGER staff_log_is_not_changed BEFORE UPDATE ON staff_log
BEGIN
  SELECT RAISE(ABORT, 'the staff log is only added to');
END;

-- INSERT OR REPLACE would take a row out without asking the trigger below.
CREATE TRIGGER staff_log_is_not_replaced BEFORE INSERT ON staff_log
WHEN EXISTS (SELECT 1 FROM staff_log WHERE number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'the staff log is only added to');
END;

CREATE TRIGGER staff_log_is_kept BEFORE DELETE ON staff_log
WHEN OLD.at > (CAST(strftime('%s', 'now') AS INTEGER) - 2 * 365 * 24 * 60 * 60) * 1000
BEGIN
  SELECT RAISE(ABORT, 'the staff log is kept for two years');
END;
