-- Takes a turn out, with its vote and its draft.
-- ?1 number
DELETE FROM turn
WHERE number = ?1;
