-- Adds the draft of a turn.
-- ?1 turn_id, ?2 reference, ?3 title, ?4 text
INSERT INTO draft (turn_id, reference, title, text)
VALUES (?1, ?2, ?3, ?4);
