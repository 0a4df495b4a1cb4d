-- All events of episodes that were folded, one episode after the other, each in the order in which they were kept; the columns in the
-- order of event.insert. No parameters.
SELECT at, kind, conversation_id, episode, turn_id, channel, lang, app, screen, module,
       article, index_version, detail, source, arm, counted
FROM event
WHERE conversation_id <> '' AND number <= (SELECT folded FROM ledger_position)
ORDER BY conversation_id, episode, number;
