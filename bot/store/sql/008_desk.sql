-- What the staff desk works with: why each reply was given, turns by time, and which gaps are no matter of ours.

ALTER TABLE turn ADD COLUMN article     TEXT NOT NULL DEFAULT '';  -- that was answered with; '': none
ALTER TABLE turn ADD COLUMN explanation TEXT NOT NULL DEFAULT '';  -- JSON (bot/explanation.h); '': of an older program

UPDATE turn
SET article = substr(articles, 1, instr(articles || ',', ',') - 1)
WHERE decision = 'answer';

-- The question as it is searched for: small letters, without č, š, ž, ć and đ.
ALTER TABLE turn ADD COLUMN sought TEXT GENERATED ALWAYS AS (
  lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    substr(question, 1, 500),
    'č', 'c'), 'Č', 'c'), 'š', 's'), 'Š', 's'), 'ž', 'z'), 'Ž', 'z'), 'ć', 'c'), 'Ć', 'c'), 'đ', 'd'), 'Đ', 'd'))
) VIRTUAL;

-- Covers the list of conversations and their search, and tells what is old enough to go.
CREATE INDEX turn_listed ON turn (
  created_at, conversation_id, episode, decision, lang, module, article, sought);

-- A gap is named by its words, so that what was decided on it stays when its questions change.
CREATE TABLE gap_state (
  id    TEXT    NOT NULL PRIMARY KEY,
  state TEXT    NOT NULL CHECK (state IN ('open', 'out_of_scope')),
  at    INTEGER NOT NULL,
  who   TEXT    NOT NULL              -- the account
) STRICT, WITHOUT ROWID;
