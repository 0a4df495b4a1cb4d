-- What a list says of a conversation: at most one row.
-- ?1 id
SELECT conversation.created_at, conversation.channel, last.lang,
       (SELECT COUNT(*) FROM turn WHERE turn.conversation_id = conversation.id),
       first.question, last.decision,
       IFNULL((SELECT episode.outcome FROM episode WHERE episode.conversation_id = conversation.id
               ORDER BY episode.number DESC LIMIT 1), '')
FROM conversation
JOIN turn AS first ON first.number = (SELECT MIN(number) FROM turn WHERE conversation_id = conversation.id)
JOIN turn AS last ON last.number = (SELECT MAX(number) FROM turn WHERE conversation_id = conversation.id)
WHERE conversation.id = ?1;
