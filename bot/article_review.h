// How each article does: what it is used for, and what is wrong with it.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "bot/desk_store.h"
#include "bot/press_store.h"
#include "index/search.h"

namespace pomocnik::bot {

// What is wrong with an article as it stands in one version.
struct ArticleFindings {
  std::vector<std::string>
      conflicts;  // ids of articles of the same title in its module, or of the same screen
  std::vector<std::string> copies;      // ids of articles that are the same but for a few words
  std::vector<std::string> dead_links;  // addresses of articles that do not exist
  bool operator==(const ArticleFindings&) const = default;
};

// By article; those with nothing wrong are absent. Errors are those of Searcher.
Result<std::map<std::string, ArticleFindings>> FindWrong(const index::Searcher& searcher);

// After how many months an article is old: what the law says and what is new ages faster than how a button works.
struct StaleAges {
  std::chrono::months usual{18};
  std::map<kb::Kind, std::chrono::months> of_kind;

  std::chrono::months Of(kb::Kind kind) const;
  bool operator==(const StaleAges&) const = default;
};

// Whether it was last changed more than so many months ago. kNo when that is not known.
enum class Stale { kNo, kYes };
Stale IsStale(const index::ArticleInfo& article, Date today, const StaleAges& ages);

struct ReviewedArticle {
  index::ArticleInfo article;
  ArticleCounts counts;
  ArticleFindings findings;
  std::vector<std::string> questions;  // that lead to it most often
};

// How often F1 was pressed on a screen without a topic of its own at the time.
struct ReviewedScreen {
  std::string app;
  std::string screen;  // empty, as is app: all that were too many to be kept by name
  std::string title;   // empty, as is the module, when it is not listed
  std::string module;
  std::int64_t presses = 0;
  std::string topic;  // id of the article that it has by now; empty: none
};

// Thread-safe. The stores must outlive it.
class ArticleReview {
 public:
  ArticleReview(DeskStore& store, PressStore& presses) : store_(store), presses_(presses) {}

  // All articles, by id, with what happened in the period, whose days `span` is. Errors are those of DeskStore and
  // Searcher.
  Result<std::vector<ReviewedArticle>> ListArticles(const deflection::Period& period,
                                                    const TimeSpan& span,
                                                    const index::Searcher& searcher);

  // The most pressed first.
  Result<std::vector<ReviewedScreen>> ListScreens(const deflection::Period& period,
                                                  const index::Searcher& searcher);

 private:
  using Findings = std::map<std::string, ArticleFindings>;
  Result<std::shared_ptr<const Findings>> FindingsOf(const index::Searcher& searcher);

  DeskStore& store_;
  PressStore& presses_;

  // Of the version that was looked at last: reading every article takes a while.
  std::mutex mutex_;  // guards what follows
  std::string version_;
  std::shared_ptr<const Findings> findings_;
};

}  // namespace pomocnik::bot
