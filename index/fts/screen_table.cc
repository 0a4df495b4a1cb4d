#include "index/fts/screen_table.h"

#include <algorithm>
#include <charconv>

#include "index/fts/sql.h"
#include "index/text/folding.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kMaxTopics = 20;

void SortTopics(std::vector<ArticleInfo>& topics) {
  std::sort(topics.begin(), topics.end(), [](const ArticleInfo& a, const ArticleInfo& b) {
    bool a_is_f1 = a.kind == kb::Kind::kF1;
    bool b_is_f1 = b.kind == kb::Kind::kF1;
    if (a_is_f1 != b_is_f1) return a_is_f1;
    return a.title != b.title ? a.title < b.title : a.id < b.id;
  });
}

}  // namespace

Result<ScreenTable> ScreenTable::Load(sqlite::Database& database) {
  ScreenTable table;
  ASSIGN_OR_RETURN(auto screens, database.Prepare(sql::kScreenList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, screens.Step());
    if (step == sqlite::Step::kDone) break;
    kb::Screen screen;
    screen.app = screens.Text(0);
    screen.id = screens.Text(1);
    if (!screens.IsNull(2)) screen.number = static_cast<int>(screens.Integer(2));
    screen.title = screens.Text(3);
    screen.module = screens.Text(4);
    screen.parent = screens.Text(5);
    Key key{Fold(screen.app), Fold(screen.id)};
    if (screen.number) table.numbers_[{key.first, *screen.number}] = key;
    table.screens_.emplace(std::move(key), std::move(screen));
  }
  ASSIGN_OR_RETURN(auto links, database.Prepare(sql::kArticleScreenList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, links.Step());
    if (step == sqlite::Step::kDone) break;
    table.articles_[{Fold(links.Text(0)), Fold(links.Text(1))}].push_back(links.Integer(2));
  }
  return table;
}

const kb::Screen* ScreenTable::FindScreen(const Key& key) const {
  auto found = screens_.find(key);
  return found == screens_.end() ? nullptr : &found->second;
}

std::vector<ArticleInfo> ScreenTable::Topics(const Key& key, const ArticleTable& articles) const {
  std::vector<ArticleInfo> topics;
  auto found = articles_.find(key);
  if (found == articles_.end()) return topics;
  for (std::int64_t row : found->second) {
    topics.push_back(articles.rows[static_cast<std::size_t>(row)].info);
  }
  SortTopics(topics);
  return topics;
}

ScreenTopics ScreenTable::Find(std::string_view app, std::string_view screen,
                               const ArticleTable& articles) const {
  Key key{Fold(app), Fold(screen)};
  int number = 0;
  auto [end, error] = std::from_chars(screen.data(), screen.data() + screen.size(), number);
  if (error == std::errc() && end == screen.data() + screen.size()) {
    auto found = numbers_.find({key.first, number});
    if (found != numbers_.end()) key = found->second;
  }

  ScreenTopics topics;
  const kb::Screen* asked = FindScreen(key);
  if (asked != nullptr) topics.screen = *asked;
  topics.articles = Topics(key, articles);
  topics.match = topics.articles.empty() ? ScreenMatch::kNone : ScreenMatch::kScreen;
  // A loop of parents would be an author's mistake; the count of screens bounds the walk.
  const kb::Screen* at = asked;
  for (std::size_t i = 0; i < screens_.size() && topics.articles.empty() && at != nullptr; ++i) {
    if (at->parent.empty()) break;
    Key parent{key.first, Fold(at->parent)};
    topics.articles = Topics(parent, articles);
    if (!topics.articles.empty()) topics.match = ScreenMatch::kParent;
    at = FindScreen(parent);
  }
  if (!topics.articles.empty() || asked == nullptr) return topics;

  for (const auto& row : articles.rows) {
    if (row.info.module == asked->module && !row.info.id.empty()) {
      topics.articles.push_back(row.info);
    }
  }
  if (topics.articles.empty()) return topics;
  topics.match = ScreenMatch::kModule;
  SortTopics(topics.articles);
  if (topics.articles.size() > kMaxTopics) topics.articles.resize(kMaxTopics);
  return topics;
}

ScreenTable::Opens ScreenTable::OpensArticle(std::string_view app, std::string_view screen,
                                             std::int64_t row) const {
  auto found = articles_.find({Fold(app), Fold(screen)});
  if (found == articles_.end()) return Opens::kNo;
  const auto& rows = found->second;
  return std::find(rows.begin(), rows.end(), row) == rows.end() ? Opens::kNo : Opens::kYes;
}

}  // namespace pomocnik::index
