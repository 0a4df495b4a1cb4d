-- Merges the full-text segments into one.
INSERT INTO article_text (article_text) VALUES ('optimize');
