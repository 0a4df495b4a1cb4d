-- Puts the visitor's wording into a draft. Changes no row when the turn has none.
-- ?1 turn_id, ?2 title, ?3 text, ?4 edited_at
UPDATE draft
SET title = ?2, text = ?3, edited_at = ?4
WHERE turn_id = ?1;
