#include "bot/article_review.h"

#include <algorithm>
#include <utility>

#include "base/latin.h"
#include "kb/links.h"
#include "kb/markdown/address.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kTopQuestions = 5;
constexpr int kMaxMissedScreens = 2'000;  // as they are kept, by what was found for them
constexpr std::size_t kMaxListedScreens = 200;

using Ids = std::vector<std::string>;
using IdsByKey = std::map<std::pair<std::string, std::string>, Ids>;

// Adds to each of `ids` the others of them.
void AddOthers(const Ids& ids, Ids ArticleFindings::*list,
               std::map<std::string, ArticleFindings>& findings) {
  if (ids.size() < 2) return;
  for (const std::string& id : ids) {
    Ids& others = findings[id].*list;
    for (const std::string& other : ids) {
      const bool is_new = std::find(others.begin(), others.end(), other) == others.end();
      if (other != id && is_new) others.push_back(other);
    }
  }
}

}  // namespace

Result<std::map<std::string, ArticleFindings>> FindWrong(const index::Searcher& searcher) {
  const auto all = searcher.ListAll();
  std::map<std::string, ArticleFindings> findings;
  IdsByKey same_title;
  IdsByKey same_screen;
  std::map<std::string, Ids> same_text;
  Ids ids;
  for (const index::ListedArticle& listed : all) ids.push_back(listed.article.id);
  for (const index::ListedArticle& listed : all) {
    const index::ArticleInfo& info = listed.article;
    same_text[listed.original].push_back(info.id);
    // A copy has the title of what it repeats; it is told as a copy.
    if (listed.original == info.id) {
      same_title[{info.module, PlainLetters(info.title)}].push_back(info.id);
    }
    ASSIGN_OR_RETURN(const auto article, searcher.FindArticle(info.id));
    if (!article) continue;
    for (const kb::ScreenRef& screen : article->f1) {
      same_screen[{PlainLetters(screen.app), PlainLetters(screen.screen)}].push_back(info.id);
    }
    for (const std::string& address : kb::LinkedAddresses(*article)) {
      const std::string_view linked = kb::LinkedArticle(address);
      if (linked.empty() || std::binary_search(ids.begin(), ids.end(), linked)) continue;
      findings[info.id].dead_links.push_back(address);
    }
  }
  for (const auto& [key, same] : same_title) AddOthers(same, &ArticleFindings::conflicts, findings);
  for (const auto& [key, same] : same_screen)
    AddOthers(same, &ArticleFindings::conflicts, findings);
  for (const auto& [key, same] : same_text) AddOthers(same, &ArticleFindings::copies, findings);
  return findings;
}

std::chrono::months StaleAges::Of(kb::Kind kind) const {
  const auto found = of_kind.find(kind);
  return found == of_kind.end() ? usual : found->second;
}

Stale IsStale(const index::ArticleInfo& article, Date today, const StaleAges& ages) {
  if (!article.updated) return Stale::kNo;
  Date last = *article.updated + ages.Of(article.kind);
  if (!last.ok()) last = last.year() / last.month() / std::chrono::last;
  return last < today ? Stale::kYes : Stale::kNo;
}

Result<std::shared_ptr<const ArticleReview::Findings>> ArticleReview::FindingsOf(
    const index::Searcher& searcher) {
  {
    std::lock_guard lock(mutex_);
    if (findings_ != nullptr && version_ == searcher.version()) return findings_;
  }
  ASSIGN_OR_RETURN(auto found, FindWrong(searcher));
  auto findings = std::make_shared<const Findings>(std::move(found));
  std::lock_guard lock(mutex_);
  version_ = searcher.version();
  findings_ = findings;
  return findings;
}

Result<std::vector<ReviewedArticle>> ArticleReview::ListArticles(const deflection::Period& period,
                                                                 const TimeSpan& span,
                                                                 const index::Searcher& searcher) {
  ASSIGN_OR_RETURN(const auto counts, store_.CountArticles(period));
  ASSIGN_OR_RETURN(auto questions, store_.ListTopQuestions(span, kTopQuestions));
  ASSIGN_OR_RETURN(const auto findings, FindingsOf(searcher));
  std::vector<ReviewedArticle> reviewed;
  for (index::ListedArticle& listed : searcher.ListAll()) {
    ReviewedArticle& article = reviewed.emplace_back();
    const std::string& id = listed.article.id;
    if (const auto found = counts.find(id); found != counts.end()) article.counts = found->second;
    if (const auto found = findings->find(id); found != findings->end()) {
      article.findings = found->second;
    }
    if (const auto found = questions.find(id); found != questions.end()) {
      article.questions = std::move(found->second);
    }
    article.article = std::move(listed.article);
  }
  return reviewed;
}

Result<std::vector<ReviewedScreen>> ArticleReview::ListScreens(const deflection::Period& period,
                                                               const index::Searcher& searcher) {
  ASSIGN_OR_RETURN(const auto missed, presses_.ListMissedScreens(period, kMaxMissedScreens));
  std::map<std::pair<std::string, std::string>, std::int64_t> presses;
  for (const MissedScreen& screen : missed) presses[{screen.app, screen.screen}] += screen.presses;
  std::vector<ReviewedScreen> screens;
  screens.reserve(presses.size());
  for (const auto& [key, count] : presses) {
    screens.push_back({key.first, key.second, "", "", count, ""});
  }
  std::stable_sort(screens.begin(), screens.end(), [](const auto& left, const auto& right) {
    return left.presses > right.presses;
  });
  screens.resize(std::min(screens.size(), kMaxListedScreens));
  for (ReviewedScreen& screen : screens) {
    ASSIGN_OR_RETURN(const auto topics, searcher.FindScreen(screen.app, screen.screen));
    if (topics.screen) screen.title = topics.screen->title;
    screen.module = topics.module;
    const bool has_topic = topics.match == index::ScreenMatch::kScreen && !topics.articles.empty();
    if (has_topic) screen.topic = topics.articles.front().id;
  }
  return screens;
}

}  // namespace pomocnik::bot
