-- Adds an event. Its number is above that of every event there is, and of every one that was folded: a number of an erased
-- event is not given again.
-- ?1 at, ?2 kind, ?3 conversation_id, ?4 episode, ?5 turn_id, ?6 channel, ?7 lang, ?8 app, ?9 screen, ?10 module,
-- ?11 article, ?12 index_version, ?13 detail, ?14 source, ?15 arm, ?16 counted (0 or 1)
INSERT INTO event (number, at, kind, conversation_id, episode, turn_id, channel, lang, app, screen, module,
                   article, index_version, detail, source, arm, counted)
VALUES (1 + max((SELECT folded FROM ledger_position), (SELECT coalesce(max(number), 0) FROM event)),
        ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);
