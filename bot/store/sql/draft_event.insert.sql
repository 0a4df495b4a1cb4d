-- Notes what was done with a draft; the first time counts.
-- ?1 turn_id, ?2 event, ?3 created_at
INSERT INTO draft_event (turn_id, event, created_at)
VALUES (?1, ?2, ?3)
ON CONFLICT (turn_id, event) DO NOTHING;
