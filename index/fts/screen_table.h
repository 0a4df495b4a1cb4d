// F1: from what a program sends to topics.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/fts/article_table.h"
#include "index/search.h"
#include "index/sqlite/database.h"

namespace pomocnik::index {

// Immutable after loading and thread-safe.
class ScreenTable {
 public:
  static Result<ScreenTable> Load(sqlite::Database& database);

  // The topics of the screen itself, else of the nearest parent that has any, else those of its module that
  // F1 opens anywhere. Names are compared without regard to case; digits only are a legacy number.
  ScreenTopics Find(std::string_view app, std::string_view screen,
                    const ArticleTable& articles) const;

  // True if F1 on that screen opens the article in this row.
  enum class Opens { kNo, kYes };
  Opens OpensArticle(std::string_view app, std::string_view screen, std::int64_t row) const;

 private:
  using Key = std::pair<std::string, std::string>;  // app and screen, folded

  const kb::Screen* FindScreen(const Key& key) const;
  std::vector<ArticleInfo> Topics(const Key& key, const ArticleTable& articles) const;

  std::map<Key, kb::Screen> screens_;
  std::map<std::pair<std::string, int>, Key> numbers_;
  std::map<Key, std::vector<std::int64_t>> articles_;  // rows
};

}  // namespace pomocnik::index
