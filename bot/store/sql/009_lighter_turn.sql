-- A turn only adds its events; the ledger follows when the reply is on its way, and what little an index would spare the
-- purge four times a day is not paid for with each turn.

-- How far the ledger has been folded: the number of the last event in it. One row.
CREATE TABLE ledger_position (
  folded INTEGER NOT NULL
) STRICT;

INSERT INTO ledger_position (folded)
SELECT coalesce(max(number), 0)
FROM event;

DROP INDEX event_by_time;
