-- What the overview is counted from, and what its saving is reckoned by.

-- Episodes by day, standing and place, by the reason of their outcome; confirmed are those for `helpful`, potential
-- those for `read`. Kept up with the ledger by the triggers below, so that a year is read in a few thousand rows.
CREATE TABLE episode_day (
  day       TEXT    NOT NULL,
  standing  TEXT    NOT NULL,
  channel   TEXT    NOT NULL,
  module    TEXT    NOT NULL,
  lang      TEXT    NOT NULL,
  episodes  INTEGER NOT NULL,
  answered  INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  helpful   INTEGER NOT NULL,
  read      INTEGER NOT NULL,
  drafted   INTEGER NOT NULL,
  filed     INTEGER NOT NULL,
  unhelpful INTEGER NOT NULL,
  not_found INTEGER NOT NULL,
  unread    INTEGER NOT NULL,
  returned  INTEGER NOT NULL,
  PRIMARY KEY (day, standing, channel, module, lang)
) STRICT, WITHOUT ROWID;

-- Counting an episode in (sign 1) or out (-1) is inserting it here.
CREATE VIEW episode_counted (sign, day, standing, channel, module, lang, answered, questions, reason) AS
SELECT 1, day, standing, channel, module, lang, answered, questions, reason
FROM episode;

CREATE TRIGGER episode_count INSTEAD OF INSERT ON episode_counted BEGIN
  INSERT INTO episode_day (day, standing, channel, module, lang, episodes, answered, questions,
                           helpful, read, drafted, filed, unhelpful, not_found, unread, returned)
  VALUES (NEW.day, NEW.standing, NEW.channel, NEW.module, NEW.lang,
          NEW.sign, NEW.sign * NEW.answered, NEW.sign * NEW.questions,
          NEW.sign * (NEW.reason = 'helpful'), NEW.sign * (NEW.reason = 'read'),
          NEW.sign * (NEW.reason = 'drafted'), NEW.sign * (NEW.reason = 'filed'),
          NEW.sign * (NEW.reason = 'unhelpful'), NEW.sign * (NEW.reason = 'not_found'),
          NEW.sign * (NEW.reason = 'unread'), NEW.sign * (NEW.reason = 'returned'))
  ON CONFLICT DO UPDATE SET
    episodes = episodes + excluded.episodes,
    answered = answered + excluded.answered,
    questions = questions + excluded.questions,
    helpful = helpful + excluded.helpful,
    read = read + excluded.read,
    drafted = drafted + excluded.drafted,
    filed = filed + excluded.filed,
    unhelpful = unhelpful + excluded.unhelpful,
    not_found = not_found + excluded.not_found,
    unread = unread + excluded.unread,
    returned = returned + excluded.returned;
END;

INSERT INTO episode_counted (sign, day, standing, channel, module, lang, answered, questions, reason)
SELECT sign, day, standing, channel, module, lang, answered, questions, reason
FROM episode_counted;

CREATE TRIGGER episode_day_add AFTER INSERT ON episode BEGIN
  INSERT INTO episode_counted (sign, day, standing, channel, module, lang, answered, questions, reason)
  VALUES (1, NEW.day, NEW.standing, NEW.channel, NEW.module, NEW.lang,
          NEW.answered, NEW.questions, NEW.reason);
END;

CREATE TRIGGER episode_day_take AFTER DELETE ON episode BEGIN
  INSERT INTO episode_counted (sign, day, standing, channel, module, lang, answered, questions, reason)
  VALUES (-1, OLD.day, OLD.standing, OLD.channel, OLD.module, OLD.lang,
          OLD.answered, OLD.questions, OLD.reason);
END;

-- Most events of an episode change nothing that is counted.
CREATE TRIGGER episode_day_move AFTER UPDATE ON episode
WHEN (OLD.day, OLD.standing, OLD.channel, OLD.module, OLD.lang, OLD.answered, OLD.questions, OLD.reason)
  IS NOT (NEW.day, NEW.standing, NEW.channel, NEW.module, NEW.lang, NEW.answered, NEW.questions, NEW.reason)
BEGIN
  INSERT INTO episode_counted (sign, day, standing, channel, module, lang, answered, questions, reason)
  VALUES (-1, OLD.day, OLD.standing, OLD.channel, OLD.module, OLD.lang,
          OLD.answered, OLD.questions, OLD.reason);
  INSERT INTO episode_counted (sign, day, standing, channel, module, lang, answered, questions, reason)
  VALUES (1, NEW.day, NEW.standing, NEW.channel, NEW.module, NEW.lang,
          NEW.answered, NEW.questions, NEW.reason);
END;

-- What may still change: a few days of the ledger.
CREATE INDEX episode_by_last_answer ON episode (last_answer_at, day, standing, channel, module, lang);

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
