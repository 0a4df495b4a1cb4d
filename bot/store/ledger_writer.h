// Folds events into the ledger: episodes and the counts of days.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "bot/deflection/daily_counts.h"
#include "bot/deflection/event.h"
#include "bot/deflection/ledger.h"
#include "bot/deflection/source_share.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Folds some events, and then writes each row that they change once. REQUIRES: the transaction of the only writer that it is
// made in is open until Write has returned.
class LedgerFolder {
 public:
  // Both must outlive it.
  LedgerFolder(sqlite::Database& database, const deflection::LedgerRules& rules)
      : database_(database), rules_(rules) {}

  // Whether nothing of the event's episode was folded before it; kNo also for an event of none.
  Result<deflection::First> IsFirst(const deflection::Event& event);

  // `vote_before`: the counted vote that this one takes the place of.
  Status Fold(const deflection::Event& event, const std::optional<deflection::Event>& vote_before);
  Status Write();

 private:
  Result<deflection::EpisodeRecord*> EpisodeOf(const deflection::Event& event);

  sqlite::Database& database_;
  const deflection::LedgerRules& rules_;
  std::map<std::pair<std::string, int>, deflection::EpisodeRecord> episodes_;
  std::vector<std::pair<const deflection::EpisodeRecord*, deflection::Change>> changes_;
  std::map<std::pair<Date, std::string>, deflection::ArticleCounts> articles_;
};

// Folds the kept events that are not in the ledger yet, each counted or not by what its source has said on its day.
// REQUIRES: a transaction of the only writer is open.
Status FoldKeptEvents(sqlite::Database& database, const deflection::LedgerRules& rules);

}  // namespace pomocnik::bot
