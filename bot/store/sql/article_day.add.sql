-- Adds to the counts of an article on a day.
-- ?1 day, ?2 article, ?3 shown, ?4 opened, ?5 helpful, ?6 unhelpful, ?7 requests
INSERT INTO article_day (day, article, shown, opened, helpful, unhelpful, requests)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (day, article) DO UPDATE SET
  shown     = shown + excluded.shown,
  opened    = opened + excluded.opened,
  helpful   = helpful + excluded.helpful,
  unhelpful = unhelpful + excluded.unhelpful,
  requests  = requests + excluded.requests;
