// The part of an article that fits a chat, in the article's own words. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kb/article.h"

namespace pomocnik::bot {

struct Quote {
  enum class Extent { kWhole, kPart };  // whether the article says more
  std::vector<kb::Block> blocks;
  std::string anchor;  // of the passage; empty: the beginning
  Extent extent = Extent::kWhole;
};

// A short article is quoted whole. Of a long one: the passage, before it the article's first paragraph when
// the passage stands under a heading, and the warnings of the article's beginning; the beginning goes on
// into the passages behind it. Cut between blocks, or between the items of a list, before `limit` code
// points are exceeded; a first block that is longer by itself stays whole.
// REQUIRES: passage < kb::Passages(article).size(), unless the article has no blocks.
Quote QuotePassage(const kb::Article& article, std::size_t passage, std::size_t limit);

// The links in the article, in order: what a stub has to say.
std::vector<kb::Block> LinksOf(const kb::Article& article);

}  // namespace pomocnik::bot
