// The gaps of the knowledge base as staff see them: what the state holds, what was decided, and what the index that is
// served answers by now.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "bot/answerer.h"
#include "bot/deflection/gaps.h"
#include "bot/desk_store.h"
#include "bot/knowledge.h"

namespace pomocnik::bot {

struct ListedGap {
  deflection::Gap gap;
  deflection::GapState state = deflection::GapState::kOpen;
  std::optional<index::ArticleInfo> nearest;
};

struct GapList {
  std::vector<deflection::GapQuestion> questions;  // what the gaps' indices are into
  std::vector<ListedGap> gaps;                     // the largest first
};

// At most so many questions are looked at, the newest ones, and so many gaps are listed.
inline constexpr int kMaxGapQuestions = 20'000;
inline constexpr std::size_t kMaxListedGaps = 100;

// Thread-safe. The referenced objects must outlive it.
class GapFinder {
 public:
  GapFinder(DeskStore& store, const Answerer& answerer) : store_(store), answerer_(answerer) {}

  // Of the questions of that period, whose days `span` is. Errors are those of DeskStore and Searcher.
  Result<GapList> Find(const deflection::Period& period, const TimeSpan& span,
                       const Knowledge& knowledge);

 private:
  std::optional<deflection::AnswerNow> AskNow(const deflection::GapQuestion& question,
                                              const Knowledge& knowledge);

  DeskStore& store_;
  const Answerer& answerer_;

  // What was asked lately, so that looking again does not ask again.
  std::mutex mutex_;  // guards what follows
  std::string asked_version_;
  std::map<std::pair<std::string, std::string>, std::optional<deflection::AnswerNow>>
      asked_;  // by text and module
};

}  // namespace pomocnik::bot
