-- Adds a screen. Parameters in the order of the columns.
INSERT INTO screen (app, id, number, title, module, parent)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
