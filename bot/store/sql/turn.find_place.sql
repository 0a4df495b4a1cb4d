-- Where a turn was taken and what it was answered with: at most one row. The article is empty when none answered, or
-- when the event of the turn is gone.
-- ?1 id of the turn
SELECT turn.conversation_id, turn.episode, conversation.channel, turn.lang, turn.app, turn.screen, turn.module,
       turn.index_version, COALESCE(event.article, ''), COALESCE(event.arm, '')
FROM turn
JOIN conversation ON conversation.id = turn.conversation_id
LEFT JOIN event ON event.conversation_id = turn.conversation_id AND event.episode = turn.episode
               AND event.turn_id = turn.id AND event.kind IN ('question', 'choice')
WHERE turn.id = ?1
ORDER BY event.number
LIMIT 1;
