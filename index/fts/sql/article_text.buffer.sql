-- Lets 64 MB of postings gather in memory before they are written: fewer segments to merge.
INSERT INTO article_text (article_text, rank) VALUES ('hashsize', 67108864);
