-- Notes what belongs to a backup.
-- ?1 made_at, ?2 identity_key
INSERT INTO backup (made_at, identity_key)
VALUES (?1, ?2);
