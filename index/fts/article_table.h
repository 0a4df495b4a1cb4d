// What is kept in memory of every article of an index version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "index/rank/scorer.h"
#include "index/search.h"
#include "index/sqlite/database.h"

namespace pomocnik::index {

struct ArticleRow {
  ArticleInfo info;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::int64_t original = 0;  // the row of the article that it repeats, or its own
};

// Indexed by the article's row, which counts from 1; element 0 is unused. Immutable after loading.
struct ArticleTable {
  std::vector<ArticleRow> rows;
  std::vector<FieldLengths> lengths;
  FieldLengths average_lengths{};
  double weight = 0;  // of all articles together: ArticleWeight

  // Of each title's words by position: whether it is a content word. Empty until ReadTitles.
  std::vector<std::vector<std::uint8_t>> titles;

  std::unordered_set<std::string> ids;
  std::unordered_map<std::string, std::vector<std::int64_t>> phrases;  // word set -> rows

  enum class Called { kNo, kYes };
  // True if the article in this row is called, or asked for, with exactly these words.
  Called IsCalled(const std::string& word_set, std::int64_t row) const;

  std::size_t size() const { return rows.empty() ? 0 : rows.size() - 1; }

  static Result<ArticleTable> Load(sqlite::Database& database);

  void ReadTitles(const Analyzer& analyzer);
};

}  // namespace pomocnik::index
