-- Questions that were not answered, and those whose answer was of no use, the newest first. Turns of those who try the
-- assistant out, and those beyond a source's daily share, are left out.
-- ?1 from, ?2 before (ms), ?3 how many
SELECT turn.number, turn.conversation_id, turn.episode, turn.created_at, turn.lang, turn.question, turn.decision,
       turn.module, turn.articles, turn.article, turn.index_version, 0 AS unhelpful,
       IFNULL(episode.requests, 0), IFNULL(episode.drafted, 0)
FROM turn INDEXED BY turn_listed
LEFT JOIN episode ON episode.conversation_id = turn.conversation_id AND episode.number = turn.episode
WHERE turn.created_at >= ?1 AND turn.created_at < ?2 AND turn.decision = 'abstain'
  AND IFNULL(episode.standing, 'counted') NOT IN ('test', 'staff', 'excess')
UNION ALL
SELECT turn.number, turn.conversation_id, turn.episode, turn.created_at, turn.lang, turn.question, turn.decision,
       turn.module, turn.articles, turn.article, turn.index_version, 1 AS unhelpful,
       IFNULL(episode.requests, 0), IFNULL(episode.drafted, 0)
FROM feedback
JOIN turn ON turn.id = feedback.turn_id
LEFT JOIN episode ON episode.conversation_id = turn.conversation_id AND episode.number = turn.episode
WHERE feedback.helpful = 0
  AND turn.created_at >= ?1 AND turn.created_at < ?2 AND turn.decision <> 'abstain'
  AND IFNULL(episode.standing, 'counted') NOT IN ('test', 'staff', 'excess')
ORDER BY 1 DESC
LIMIT ?3;
