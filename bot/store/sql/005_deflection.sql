-- What happened, and the ledger that is folded from it: bot/deflection says how. Times are milliseconds since 1970,
-- UTC; days are YYYY-MM-DD in Slovenia. Nothing here holds a text of a visitor or an address.

-- One row each, only added to.
CREATE TABLE event (
  number          INTEGER PRIMARY KEY,  -- grows
  at              INTEGER NOT NULL,
  kind            TEXT    NOT NULL CHECK (kind IN (
    'visit', 'question', 'choice', 'view', 'vote', 'draft', 'draft_copied', 'portal_opened', 'return', 'request',
    'suggestion', 'f1_opened', 'f1_missed')),
  conversation_id TEXT    NOT NULL,     -- empty: of none, as are a visit and F1
  episode         INTEGER NOT NULL,     -- 0: of none
  turn_id         TEXT    NOT NULL,     -- empty: of none
  channel         TEXT    NOT NULL,
  lang            TEXT    NOT NULL,
  app             TEXT    NOT NULL,
  screen          TEXT    NOT NULL,
  module          TEXT    NOT NULL,
  article         TEXT    NOT NULL,     -- that was answered with, picked, viewed or voted on; empty: none
  index_version   TEXT    NOT NULL,
  detail          TEXT    NOT NULL,     -- question and choice: the decision, or unreadable; vote: yes, no; view: opened,
                                        -- dwell; F1: the match; request: its number; draft: the decision
  source          TEXT    NOT NULL,     -- pseudonym of the address prefix, by a salt that is gone after its day;
                                        -- empty: unknown
  arm             TEXT    NOT NULL CHECK (arm IN ('', 'shown', 'held')),  -- of the episode; empty: nothing is held out
  counted         INTEGER NOT NULL CHECK (counted IN (0, 1))  -- 0: more than one source may say in a day
) STRICT;

CREATE INDEX event_by_episode ON event (conversation_id, episode);
CREATE INDEX event_by_time ON event (at);

-- The ledger: one row an episode, kept when its events are gone.
CREATE TABLE episode (
  conversation_id TEXT    NOT NULL,
  number          INTEGER NOT NULL,
  day             TEXT    NOT NULL,     -- of its first event
  started_at      INTEGER NOT NULL,
  last_answer_at  INTEGER NOT NULL,     -- 0: none; the window runs from here
  channel         TEXT    NOT NULL,
  lang            TEXT    NOT NULL,
  app             TEXT    NOT NULL,
  screen          TEXT    NOT NULL,
  module          TEXT    NOT NULL,
  standing        TEXT    NOT NULL CHECK (standing IN ('counted', 'greeting', 'empty', 'test', 'staff', 'excess')),
  answered        INTEGER NOT NULL CHECK (answered IN (0, 1)),  -- 1: an article or the policy answered
  outcome         TEXT    NOT NULL CHECK (outcome IN ('confirmed', 'potential', 'none')),
  reason          TEXT    NOT NULL CHECK (reason IN (
    'helpful', 'read', 'drafted', 'filed', 'unhelpful', 'not_found', 'unread', 'returned')),
  article         TEXT    NOT NULL,     -- of the last answer; empty: none
  questions       INTEGER NOT NULL,     -- real ones: neither small talk nor unreadable
  requests        INTEGER NOT NULL,     -- filed with its reference
  arm             TEXT    NOT NULL CHECK (arm IN ('', 'shown', 'held')),
  -- What the fold goes on from.
  last_turn       TEXT    NOT NULL,     -- of the last answer; empty: none
  vote            TEXT    NOT NULL CHECK (vote IN ('', 'yes', 'no')),       -- on the last answer
  was_read        INTEGER NOT NULL CHECK (was_read IN (0, 1)),              -- the last answer
  missed          INTEGER NOT NULL CHECK (missed IN (0, 1)),                -- the last question was not answered
  drafted         INTEGER NOT NULL CHECK (drafted IN (0, 1)),
  unreadable      INTEGER NOT NULL CHECK (unreadable IN (0, 1)),            -- a message could not be read
  excess          INTEGER NOT NULL CHECK (excess IN (0, 1)),
  requested_at    INTEGER NOT NULL,     -- the first request; 0: none
  returned_at     INTEGER NOT NULL,     -- the first return; 0: none
  events          INTEGER NOT NULL,     -- how many were folded: with fewer left it cannot be folded again
  PRIMARY KEY (conversation_id, number)
) STRICT, WITHOUT ROWID;

-- What was kept long enough.
CREATE INDEX episode_by_day ON episode (day);

-- Every change of an outcome that was a success or becomes one; only added to.
CREATE TABLE episode_change (
  number          INTEGER PRIMARY KEY,  -- grows
  conversation_id TEXT    NOT NULL,
  episode         INTEGER NOT NULL,
  at              INTEGER NOT NULL,
  was             TEXT    NOT NULL CHECK (was IN ('confirmed', 'potential', 'none')),
  became          TEXT    NOT NULL CHECK (became IN ('confirmed', 'potential', 'none')),
  reason          TEXT    NOT NULL      -- for which it became so
) STRICT;

CREATE INDEX episode_change_by_episode ON episode_change (conversation_id, episode);

-- Daily counts that outlive the events.
CREATE TABLE visit_day (
  day     TEXT    NOT NULL,
  channel TEXT    NOT NULL,
  lang    TEXT    NOT NULL,
  module  TEXT    NOT NULL,
  visits  INTEGER NOT NULL,
  PRIMARY KEY (day, channel, lang, module)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_day (
  day       TEXT    NOT NULL,
  article   TEXT    NOT NULL,
  shown     INTEGER NOT NULL,  -- answered with
  opened    INTEGER NOT NULL,
  helpful   INTEGER NOT NULL,  -- on the day of the vote; one that is changed moves
  unhelpful INTEGER NOT NULL,
  requests  INTEGER NOT NULL,  -- filed in an episode that it answered last
  PRIMARY KEY (day, article)
) STRICT, WITHOUT ROWID;

-- Requests that were really filed, as they were imported. The text has been through bot/privacy.
CREATE TABLE request (
  number          TEXT    NOT NULL PRIMARY KEY,
  created_at      INTEGER NOT NULL,
  state           TEXT    NOT NULL,
  closed_at       INTEGER,           -- absent: still open
  solution        TEXT    NOT NULL,
  text            TEXT    NOT NULL,
  reference       TEXT    NOT NULL,  -- that stands in the text; empty: none
  conversation_id TEXT    NOT NULL,  -- with `episode` what the reference is of; empty: not known
  episode         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX request_by_episode ON request (conversation_id, episode);

-- How much of what a source said in a day was counted. Its name is another one each day.
CREATE TABLE source_day (
  day      TEXT    NOT NULL,
  source   TEXT    NOT NULL,
  visits   INTEGER NOT NULL,
  episodes INTEGER NOT NULL,
  votes    INTEGER NOT NULL,
  PRIMARY KEY (day, source)
) STRICT, WITHOUT ROWID;
