// Articles that fit what somebody typed, each with the words that fit best.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "bot/knowledge.h"
#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot {

struct FoundArticle {
  index::ArticleInfo info;
  std::string snippet;  // in the article's own words
};

struct ArticleSearch {
  std::vector<FoundArticle> articles;                            // best first
  std::vector<std::pair<std::string, std::string>> corrections;  // a word and what it was read as
};

// Errors are those of Searcher.
Result<ArticleSearch> SearchArticles(const index::Query& query, const Knowledge& knowledge);

// The beginning of a passage without its heading, cut between words to at most `limit` code points.
// REQUIRES: passage < kb::Passages(article).size(), unless the article has no blocks.
std::string SnippetOf(const kb::Article& article, std::size_t passage, std::size_t limit);

}  // namespace pomocnik::bot
