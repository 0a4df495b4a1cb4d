-- Shows the terms of the full-text index, for counting.
CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'article_text', 'row');
