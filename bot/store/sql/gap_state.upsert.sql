-- Decides on a gap, in place of what was decided before.
-- ?1 id, ?2 state, ?3 at (ms), ?4 who
INSERT INTO gap_state (id, state, at, who)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, at = excluded.at, who = excluded.who;
