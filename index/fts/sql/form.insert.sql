-- Adds the terms ?2 that stand together at a position, under the number ?1.
INSERT INTO form (number, terms)
VALUES (?1, ?2);
