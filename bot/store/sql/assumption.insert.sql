-- Notes what somebody stated.
-- ?1 at, ?2 name, ?3 minutes_per_request, ?4 cents_per_hour
INSERT INTO assumption (at, name, minutes_per_request, cents_per_hour)
VALUES (?1, ?2, ?3, ?4);
