-- Keeps that the term ?1 occurs in ?2 articles of the weight ?3.
INSERT INTO term (term, articles, weight)
VALUES (?1, ?2, ?3);
