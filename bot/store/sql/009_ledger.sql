-- A turn only adds its events: the ledger follows when the reply is on its way.

-- How far the ledger has been folded: the number of the last event in it. One row.
CREATE TABLE ledger_position (
  folded INTEGER NOT NULL
) STRICT;

INSERT INTO ledger_position (folded)
SELECT coalesce(max(number), 0)
FROM event;

-- What it would spare the purge, four times a day, is not paid for with each turn.
DROP INDEX event_by_time;

-- An episode that was a success once and is none now is found by its day, and not by way of its changes.
ALTER TABLE episode ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1));

UPDATE episode
SET taken_back = 1
WHERE EXISTS (
  SELECT 1 FROM episode_change
  WHERE episode_change.conversation_id = episode.conversation_id AND episode_change.episode = episode.number
    AND was <> 'none' AND became = 'none');

CREATE TRIGGER episode_taken_back AFTER INSERT ON episode_change
WHEN NEW.was <> 'none' AND NEW.became = 'none'
BEGIN
  UPDATE episode
  SET taken_back = 1
  WHERE conversation_id = NEW.conversation_id AND number = NEW.episode;
END;

DROP INDEX episode_change_taken_back;

-- The last two columns are the same in every row of it: SQLite compares them all the same, and would look up the episode.
CREATE INDEX episode_by_taken_back ON episode (
  day, standing, reason, channel, module, lang, outcome, taken_back)
  WHERE taken_back = 1 AND outcome = 'none';
