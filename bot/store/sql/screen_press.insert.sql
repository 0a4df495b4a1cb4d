-- Notes the first presses of a day.
-- ?1 day, ?2 app, ?3 screen, ?4 match, ?5 presses
INSERT INTO screen_press (day, app, screen, match, presses)
VALUES (?1, ?2, ?3, ?4, ?5);
