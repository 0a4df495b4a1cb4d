-- What a conversation remembers, the drafts of requests, and what visitors did with them.

ALTER TABLE conversation ADD COLUMN state TEXT NOT NULL DEFAULT '';  -- of the dialogue after its last turn; JSON

ALTER TABLE turn ADD COLUMN episode INTEGER NOT NULL DEFAULT 1;
ALTER TABLE turn ADD COLUMN verdict TEXT NOT NULL DEFAULT '';  -- free, paid, none, depends; '': none was given

CREATE TABLE draft (
  turn_id   TEXT    NOT NULL PRIMARY KEY REFERENCES turn (id) ON DELETE CASCADE,
  reference TEXT    NOT NULL,  -- stands in the text, so that a filed request can be joined with its episode
  title     TEXT    NOT NULL,
  text      TEXT    NOT NULL,
  edited_at INTEGER            -- absent: as it was written
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_by_reference ON draft (reference);

CREATE TABLE draft_event (
  turn_id    TEXT    NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
  event      TEXT    NOT NULL CHECK (event IN ('draft_copied', 'portal_opened')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (turn_id, event)
) STRICT, WITHOUT ROWID;
