// An article -> what the tables of an index file hold of its words. Pure.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/fts/term_counts.h"
#include "index/fts/word_table.h"
#include "index/rank/scorer.h"
#include "index/text/analyzer.h"
#include "index/text/near_duplicates.h"
#include "kb/library.h"

namespace pomocnik::index {

struct AnalysedArticle {
  std::array<std::string, kFieldCount> streams;  // for article_text, by field
  FieldLengths lengths{};
  std::string words;                   // for article_words
  std::vector<std::string> word_sets;  // of its title and questions, for article_phrase
  SketchedText sketch;
};

// Numbers the forms and counts the terms of a library's articles, which it is given one after the other. Used by one thread at a time; the
// referents must outlive it.
class ArticleAnalysis {
 public:
  ArticleAnalysis(const kb::Library& library, const Analyzer& analyzer);

  AnalysedArticle Analyse(const kb::Article& article);

  // Of the articles so far.
  const FormNumbers& forms() const { return forms_; }
  const TermCounts& terms() const { return terms_; }

 private:
  const Analyzer& analyzer_;
  std::unordered_map<std::string, std::string> screen_titles_;
  std::unordered_map<std::string, int> module_sizes_;  // articles
  TokenMemo memo_;
  FormNumbers forms_;
  TermCounts terms_;
};

}  // namespace pomocnik::index
