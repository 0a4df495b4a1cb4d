-- What the overview is counted from, and what its saving is reckoned by.

-- Covers the reasons, the questions, and what is still open.
CREATE INDEX episode_by_reason
  ON episode (day, standing, reason, channel, module, lang, questions, last_answer_at);

-- Covers the trial; empty while nothing is held out.
CREATE INDEX episode_by_arm ON episode (day, arm, standing, channel, module, lang, requests)
  WHERE arm <> '';

-- Successes that were taken back, and those alone.
CREATE INDEX episode_change_taken_back ON episode_change (conversation_id, episode)
  WHERE was <> 'none' AND became = 'none';

CREATE INDEX request_by_time ON request (created_at);

-- Who stated what when; only added to.
CREATE TABLE assumption (
  number              INTEGER PRIMARY KEY,  -- grows
  at                  INTEGER NOT NULL,
  name                TEXT    NOT NULL,
  minutes_per_request INTEGER NOT NULL,
  cents_per_hour      INTEGER NOT NULL
) STRICT;
