-- The turns of a conversation in order, the columns in the order of turn.insert, then its vote and its draft, each
-- absent when there is none.
-- ?1 conversation_id
SELECT turn.id, turn.conversation_id, turn.key, turn.request_digest, turn.created_at, turn.lang, turn.question,
       turn.decision, turn.articles, turn.confidence, turn.app, turn.screen, turn.module, turn.index_version,
       turn.reply, turn.episode, turn.verdict, turn.article, turn.explanation,
       feedback.helpful, feedback.reason, feedback.created_at,
       draft.reference, draft.title, draft.text
FROM turn
LEFT JOIN feedback ON feedback.turn_id = turn.id
LEFT JOIN draft ON draft.turn_id = turn.id
WHERE turn.conversation_id = ?1
ORDER BY turn.number;
