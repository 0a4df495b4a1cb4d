-- Keeps a data file. ?1 name, ?2 text.
INSERT INTO data_file (name, text)
VALUES (?1, ?2);
