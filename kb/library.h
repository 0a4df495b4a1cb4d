// Everything we know, read and checked, ready to be indexed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kb/article.h"
#include "kb/diagnostic.h"
#include "kb/screens.h"

namespace pomocnik::kb {

// An article with the Markdown it was parsed from. The index keeps the Markdown: one format, one parser.
struct SourceArticle {
  Article article;
  std::string markdown;
  std::string file;      // for diagnostics
  std::string source{};  // the name of the source it was imported from; empty: our own
};

// A data file beside the articles ("lexicon/synonyms.yaml"), kept as text. It travels inside the index
// version, so that a roll-back takes the words, rules and phrases back together with the articles.
struct DataFile {
  std::string name;  // relative to the kb folder, '/' as separator
  std::string text;
};

struct Library {
  std::vector<SourceArticle> articles;  // by id; ids are unique
  std::vector<Screen> screens;
  std::vector<DataFile> data_files;  // by name
};

// Checks what no single file can know and repairs it: a duplicate id leaves the later file out; `related`
// and "article:" links to no article, and screens missing from screens.yaml, are warned about (dead related
// ids are dropped); an alias that leads to another article already is dropped with a warning; two articles for one screen are a warning (both stay). Sorts articles by id.
Diagnostics CheckLibrary(Library& library);

}  // namespace pomocnik::kb
