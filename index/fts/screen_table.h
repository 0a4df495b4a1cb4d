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

  // The topics of the screen itself, else of the nearest form it belongs to that has any, else the articles of its
  // module. A screen that is not listed belongs to what stands before its last dot, and to the module of the
  // screens that begin as it does, or whose name it is. Names are compared without regard to case; digits only are
  // a legacy number.
  ScreenTopics Find(std::string_view app, std::string_view screen,
                    const ArticleTable& articles) const;

  // Of the program, or of all programs when it has no screens; most articles first.
  std::vector<ModuleInfo> Modules(std::string_view app, const ArticleTable& articles) const;

  // True if F1 on that screen opens the article in this row.
  enum class Opens { kNo, kYes };
  Opens OpensArticle(std::string_view app, std::string_view screen, std::int64_t row) const;

 private:
  using Key = std::pair<std::string, std::string>;  // app and screen, folded

  Key KeyOf(const std::string& folded_app, std::string_view folded_screen) const;
  const kb::Screen* FindScreen(const Key& key) const;
  std::vector<Key> Ancestry(const std::string& folded_app, std::string_view folded_screen) const;
  std::string ModuleOf(const std::string& folded_app, std::string_view folded_screen) const;
  std::vector<ArticleInfo> Topics(const Key& key, const ArticleTable& articles) const;

  std::map<Key, kb::Screen> screens_;
  std::map<std::pair<std::string, int>, Key> numbers_;
  std::map<Key, std::vector<std::int64_t>> articles_;  // rows
};

// The articles of a module, F1 pages first, without copies.
std::vector<ArticleInfo> ArticlesOfModule(std::string_view module, const ArticleTable& articles);

// All articles with what they repeat, by id.
std::vector<ListedArticle> AllArticles(const ArticleTable& articles);

}  // namespace pomocnik::index
