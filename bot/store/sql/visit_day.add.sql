-- Counts a visit.
-- ?1 day, ?2 channel, ?3 lang, ?4 module
INSERT INTO visit_day (day, channel, lang, module, visits)
VALUES (?1, ?2, ?3, ?4, 1)
ON CONFLICT (day, channel, lang, module) DO UPDATE SET visits = visits + 1;
