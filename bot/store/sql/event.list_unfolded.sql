-- The first events that are not in the ledger yet, in the order in which they were kept; the columns in the order of
-- event.insert, then the number.
-- ?1 how many at most
SELECT at, kind, conversation_id, episode, turn_id, channel, lang, app, screen, module,
       article, index_version, detail, source, arm, counted, number
FROM event
WHERE number > (SELECT folded FROM ledger_position)
ORDER BY number
LIMIT ?1;
