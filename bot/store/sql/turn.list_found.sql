-- The turns that fit, the newest first. An empty text fits every turn.
-- ?1 from, ?2 before (ms), ?3 to ?6 words of the question, ?7 decision, ?8 channel, ?9 module, ?10 article,
-- ?11 outcome of the episode
SELECT turn.created_at, turn.conversation_id
FROM turn INDEXED BY turn_listed
WHERE turn.created_at >= ?1 AND turn.created_at < ?2
  AND (?7 = '' OR turn.decision = ?7)
  AND (?9 = '' OR turn.module = ?9)
  AND (?10 = '' OR turn.article = ?10)
  AND (?3 = '' OR instr(turn.sought, ?3) > 0)
  AND (?4 = '' OR instr(turn.sought, ?4) > 0)
  AND (?5 = '' OR instr(turn.sought, ?5) > 0)
  AND (?6 = '' OR instr(turn.sought, ?6) > 0)
  AND (?8 = '' OR EXISTS (
    SELECT 1 FROM conversation WHERE conversation.id = turn.conversation_id AND conversation.channel = ?8))
  AND (?11 = '' OR EXISTS (
    SELECT 1 FROM episode
    WHERE episode.conversation_id = turn.conversation_id AND episode.number = turn.episode
      AND episode.outcome = ?11))
ORDER BY turn.created_at DESC, turn.conversation_id DESC;
