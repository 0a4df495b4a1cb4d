-- The tables of an index file. It is built once and never changed, so there are no migrations.
CREATE TABLE article (
  row INTEGER PRIMARY KEY,           -- the rowid in article_text, from 1
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  module TEXT NOT NULL,
  kind TEXT NOT NULL,
  lang TEXT NOT NULL,
  updated TEXT NOT NULL,             -- YYYY-MM-DD or empty
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  url TEXT NOT NULL,
  markdown TEXT NOT NULL,            -- the article as its author wrote it
  original INTEGER NOT NULL,         -- the article it repeats, or its own row
  title_length INTEGER NOT NULL,     -- words
  keywords_length INTEGER NOT NULL,
  headings_length INTEGER NOT NULL,
  body_length INTEGER NOT NULL
) STRICT;

-- What else leads to an article: ids, and addresses as AddressKey (kb/linking/known_addresses.h) writes them, its own among them.
CREATE TABLE article_alias (
  alias TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (row)
) STRICT, WITHOUT ROWID;

-- Analysed text; the columns are those of Field in index/rank/scorer.h.
CREATE VIRTUAL TABLE article_text USING fts5(
  title, keywords, headings, body,
  content = '', tokenize = 'analysed'
);

-- The titles and alternative questions as sets of analysed words.
CREATE TABLE article_phrase (
  words TEXT NOT NULL,               -- lemmas in alphabetical order
  article INTEGER NOT NULL REFERENCES article (row),
  PRIMARY KEY (words, article)
) STRICT, WITHOUT ROWID;

-- Other ways to ask for an article, as its author wrote them.
CREATE TABLE article_question (
  article INTEGER NOT NULL REFERENCES article (row),
  number INTEGER NOT NULL,           -- from 1
  text TEXT NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- In how many articles each index term occurs, and what these weigh together (index/rank/query_plan.h).
CREATE TABLE term (
  term TEXT PRIMARY KEY,
  articles INTEGER NOT NULL,
  weight REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- The rows of terms that stand at one position, numbered from 0.
CREATE TABLE form (
  number INTEGER PRIMARY KEY,
  terms TEXT NOT NULL                -- "racun|=racunih|~racun"
) STRICT;

-- Each article's words in order, field by field, as numbers of forms: seven bits a byte, the lowest first.
CREATE TABLE article_words (
  article INTEGER PRIMARY KEY REFERENCES article (row),
  words BLOB NOT NULL
) STRICT;

CREATE TABLE screen (
  app TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER,                    -- what older program versions send
  title TEXT NOT NULL,
  module TEXT NOT NULL,
  parent TEXT NOT NULL,              -- an id, or empty
  PRIMARY KEY (app, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_screen (
  app TEXT NOT NULL,
  screen TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article (row),
  PRIMARY KEY (app, screen, article)
) STRICT, WITHOUT ROWID;

-- The lexicon, policy and phrases that belong to this version.
CREATE TABLE data_file (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
