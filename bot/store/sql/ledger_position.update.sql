-- ?1 number of the last event that is in the ledger
UPDATE ledger_position
SET folded = ?1;
