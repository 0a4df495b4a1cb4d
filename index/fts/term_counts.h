// In how many articles each index term occurs, counted while they are indexed. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/fts/word_table.h"
#include "index/rank/query_plan.h"

namespace pomocnik::index {

class TermCounts {
 public:
  // Counts an article with these words once for each of its terms. `forms` are the terms of every form so far, by
  // number; they must outlive the counts.
  void Add(const std::vector<WordId>& words, const std::vector<std::string_view>& forms,
           double article_weight);

  // In the order of the terms.
  std::vector<std::pair<std::string_view, DocumentFrequency>> Sorted() const;

 private:
  std::uint32_t Number(std::string_view term);

  struct Count {
    DocumentFrequency frequency;
    std::uint32_t last_article = 0;
  };
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<Count> counts_;
  std::vector<std::vector<std::uint32_t>> terms_;  // by form
  std::uint32_t articles_ = 0;
};

}  // namespace pomocnik::index
