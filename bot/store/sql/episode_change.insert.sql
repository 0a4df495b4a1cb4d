-- Adds a change of an outcome.
-- ?1 conversation_id, ?2 episode, ?3 at, ?4 was, ?5 became, ?6 reason
INSERT INTO episode_change (conversation_id, episode, at, was, became, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
