-- How often F1 was pressed, by day, screen, and what was found for it. What came from outside has been through
-- bot/privacy.

CREATE TABLE screen_press (
  day     TEXT    NOT NULL,  -- YYYY-MM-DD, in Slovenia
  app     TEXT    NOT NULL,
  screen  TEXT    NOT NULL,  -- empty, as is app: names beyond what is kept of a day
  match   TEXT    NOT NULL CHECK (match IN ('screen', 'parent', 'module', 'search', 'none')),
  presses INTEGER NOT NULL,
  PRIMARY KEY (day, app, screen, match)
) STRICT, WITHOUT ROWID;
