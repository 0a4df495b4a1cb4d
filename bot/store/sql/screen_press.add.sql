-- Adds presses to those of a day. Changes no row when the screen was not pressed on that day yet.
-- ?1 day, ?2 app, ?3 screen, ?4 match, ?5 presses
UPDATE screen_press
SET presses = presses + ?5
WHERE day = ?1 AND app = ?2 AND screen = ?3 AND match = ?4;
