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

INSERT INTO episode_day (day, standing, channel, module, lang, episodes, answered, questions,
                         helpful, read, drafted, filed, unhelpful, not_found, unread, returned)
SELECT day, standing, channel, module, lang, COUNT(*), SUM(answered), SUM(questions),
       SUM(reason = 'helpful'), SUM(reason = 'read'), SUM(reason = 'drafted'), SUM(reason = 'filed'),
       SUM(reason = 'unhelpful'), SUM(reason = 'not_found'), SUM(reason = 'unread'), SUM(reason = 'returned')
FROM episode
GROUP BY day, standing, channel, module, lang;

CREATE TRIGGER episode_day_add AFTER INSERT ON episode BEGIN
  INSERT INTO episode_day (day, standing, channel, module, lang, episodes, answered, questions,
                           helpful, read, drafted, filed, unhelpful, not_found, unread, returned)
  VALUES (NEW.day, NEW.standing, NEW.channel, NEW.module, NEW.lang,
          1, NEW.answered, NEW.questions,
          (NEW.reason = 'helpful'), (NEW.reason = 'read'), (NEW.reason = 'drafted'), (NEW.reason = 'filed'),
          (NEW.reason = 'unhelpful'), (NEW.reason = 'not_found'), (NEW.reason = 'unread'), (NEW.reason = 'returned'))
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

CREATE TRIGGER episode_day_take AFTER DELETE ON episode BEGIN
  INSERT INTO episode_day (day, standing, channel, module, lang, episodes, answered, questions,
                           helpful, read, drafted, filed, unhelpful, not_found, unread, returned)
  VALUES (OLD.day, OLD.standing, OLD.channel, OLD.module, OLD.lang,
          -1, -OLD.answered, -OLD.questions,
          -(OLD.reason = 'helpful'), -(OLD.reason = 'read'), -(OLD.reason = 'drafted'), -(OLD.reason = 'filed'),
          -(OLD.reason = 'unhelpful'), -(OLD.reason = 'not_found'), -(OLD.reason = 'unread'), -(OLD.reason = 'returned'))
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

CREATE TRIGGER episode_day_move AFTER UPDATE ON episode BEGIN
  INSERT INTO episode_day (day, standing, channel, module, lang, episodes, answered, questions,
                           helpful, read, drafted, filed, unhelpful, not_found, unread, returned)
  VALUES (OLD.day, OLD.standing, OLD.channel, OLD.module, OLD.lang,
          -1, -OLD.answered, -OLD.questions,
          -(OLD.reason = 'helpful'), -(OLD.reason = 'read'), -(OLD.reason = 'drafted'), -(OLD.reason = 'filed'),
          -(OLD.reason = 'unhelpful'), -(OLD.reason = 'not_found'), -(OLD.reason = 'unread'), -(OLD.reason = 'returned'))
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
  INSERT INTO episode_day (day, standing, channel, module, lang, episodes, answered, questions,
                           helpful, read, drafted, filed, unhelpful, not_found, unread, returned)
  VALUES (NEW.day, NEW.standing, NEW.channel, NEW.module, NEW.lang,
          1, NEW.answered, NEW.questions,
          (NEW.reason = 'helpful'), (NEW.reason = 'read'), (NEW.reason = 'drafted'), (NEW.reason = 'filed'),
          (NEW.reason = 'unhelpful'), (NEW.reason = 'not_found'), (NEW.reason = 'unread'), (NEW.reason = 'returned'))
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
