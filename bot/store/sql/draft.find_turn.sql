-- The last turn with a draft of that reference: at most one row.
-- ?1 reference
SELECT draft.turn_id
FROM draft
JOIN turn ON turn.id = draft.turn_id
WHERE draft.reference = ?1
ORDER BY turn.number DESC
LIMIT 1;
