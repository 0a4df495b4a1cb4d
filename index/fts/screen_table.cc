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

bool IsOriginal(const ArticleTable& articles, std::size_t row) {
  return articles.rows[row].original == static_cast<std::int64_t>(row);
}

}  // namespace

std::vector<ArticleInfo> ArticlesOfModule(std::string_view module, const ArticleTable& articles) {
  std::vector<ArticleInfo> found;
  for (std::size_t row = 1; row < articles.rows.size(); ++row) {
    const ArticleInfo& info = articles.rows[row].info;
    if (IsOriginal(articles, row) && info.module == module) found.push_back(info);
  }
  SortTopics(found);
  return found;
}

std::vector<ListedArticle> AllArticles(const ArticleTable& articles) {
  std::vector<ListedArticle> list;
  for (std::size_t row = 1; row < articles.rows.size(); ++row) {
    const ArticleRow& article = articles.rows[row];
    const auto original = static_cast<std::size_t>(article.original);
    list.push_back({article.info, articles.rows[original].info.id});
  }
  std::sort(list.begin(), list.end(), [](const ListedArticle& left, const ListedArticle& right) {
    return left.article.id < right.article.id;
  });
  return list;
}

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

ScreenTable::Key ScreenTable::KeyOf(const std::string& folded_app,
                                    std::string_view folded_screen) const {
  int number = 0;
  const char* last = folded_screen.data() + folded_screen.size();
  const auto [end, error] = std::from_chars(folded_screen.data(), last, number);
  if (error == std::errc() && end == last) {
    const auto found = numbers_.find({folded_app, number});
    if (found != numbers_.end()) return found->second;
  }
  return {folded_app, std::string(folded_screen)};
}

// The screen asked for and what it belongs to, from the inside out.
std::vector<ScreenTable::Key> ScreenTable::Ancestry(const std::string& folded_app,
                                                    std::string_view folded_screen) const {
  std::vector<Key> keys = {KeyOf(folded_app, folded_screen)};
  const kb::Screen* listed = FindScreen(keys.back());
  std::size_t dot = folded_screen.rfind('.');
  for (; listed == nullptr && dot != std::string_view::npos; dot = folded_screen.rfind('.')) {
    folded_screen = folded_screen.substr(0, dot);
    keys.push_back(KeyOf(folded_app, folded_screen));
    listed = FindScreen(keys.back());
  }
  // A loop of parents would be an author's mistake; the count of screens bounds the walk.
  for (std::size_t i = 0; i < screens_.size() && listed != nullptr; ++i) {
    if (listed->parent.empty()) break;
    keys.emplace_back(folded_app, Fold(listed->parent));
    listed = FindScreen(keys.back());
  }
  return keys;
}

// What the first part of an unlisted screen's name tells; empty: nothing.
std::string ScreenTable::ModuleOf(const std::string& folded_app,
                                  std::string_view folded_screen) const {
  const std::string first(folded_screen.substr(0, folded_screen.find('.')));
  if (first.empty()) return "";
  const auto like = screens_.lower_bound({folded_app, first + "."});
  if (like != screens_.end() && like->first.first == folded_app &&
      like->first.second.starts_with(first + ".")) {
    return like->second.module;
  }
  const auto named = std::find_if(screens_.begin(), screens_.end(), [&](const auto& entry) {
    return entry.first.first == folded_app && Fold(entry.second.module) == first;
  });
  return named == screens_.end() ? "" : named->second.module;
}

ScreenTopics ScreenTable::Find(std::string_view app, std::string_view screen,
                               const ArticleTable& articles) const {
  const std::string folded_app = Fold(app);
  const std::string folded_screen = Fold(screen);
  const std::vector<Key> keys = Ancestry(folded_app, folded_screen);
  ScreenTopics topics;
  if (const kb::Screen* asked = FindScreen(keys.front())) topics.screen = *asked;
  for (const Key& key : keys) {
    const kb::Screen* listed = FindScreen(key);
    if (listed != nullptr && topics.module.empty()) topics.module = listed->module;
    if (!topics.articles.empty()) continue;
    topics.articles = Topics(key, articles);
    if (topics.articles.empty()) continue;
    const bool own = &key == &keys.front();
    topics.match = own ? ScreenMatch::kScreen : ScreenMatch::kParent;
    if (!own && listed != nullptr) topics.form = *listed;
  }
  if (topics.module.empty()) topics.module = ModuleOf(folded_app, folded_screen);
  if (!topics.articles.empty()) {
    if (topics.module.empty()) topics.module = topics.articles.front().module;
    return topics;
  }
  if (topics.module.empty()) return topics;
  topics.articles = ArticlesOfModule(topics.module, articles);
  if (topics.articles.empty()) return topics;
  topics.match = ScreenMatch::kModule;
  if (topics.articles.size() > kMaxTopics) topics.articles.resize(kMaxTopics);
  return topics;
}

std::vector<ModuleInfo> ScreenTable::Modules(std::string_view app,
                                             const ArticleTable& articles) const {
  std::map<std::string, std::size_t> counts;
  for (std::size_t row = 1; row < articles.rows.size(); ++row) {
    if (IsOriginal(articles, row)) ++counts[articles.rows[row].info.module];
  }
  const std::string folded_app = Fold(app);
  const auto first = screens_.lower_bound({folded_app, ""});
  const bool known = first != screens_.end() && first->first.first == folded_app;
  std::map<std::string, ModuleInfo> modules;
  for (const auto& [key, screen] : screens_) {
    if (known && key.first != folded_app) continue;
    const auto count = counts.find(screen.module);
    if (count == counts.end()) continue;
    modules.insert({screen.module, {screen.app, screen.module, count->second}});
  }
  std::vector<ModuleInfo> list;
  list.reserve(modules.size());
  for (const auto& [name, module] : modules) list.push_back(module);
  std::stable_sort(list.begin(), list.end(), [](const ModuleInfo& a, const ModuleInfo& b) {
    return a.articles > b.articles;
  });
  return list;
}

ScreenTable::Opens ScreenTable::OpensArticle(std::string_view app, std::string_view screen,
                                             std::int64_t row) const {
  auto found = articles_.find({Fold(app), Fold(screen)});
  if (found == articles_.end()) return Opens::kNo;
  const auto& rows = found->second;
  return std::find(rows.begin(), rows.end(), row) == rows.end() ? Opens::kNo : Opens::kYes;
}

}  // namespace pomocnik::index
