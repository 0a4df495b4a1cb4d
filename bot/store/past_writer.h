// Fills a state with what happened long ago: the ledger as it is when the events are gone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/event.h"
#include "bot/deflection/ledger.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Folds the events, which are complete, into episodes and the counts of days as FoldKeptEvents does, and keeps none of them.
// REQUIRES: a transaction of the only writer is open; all events of their episodes are there, no view or vote twice,
// and none of the episodes is in the ledger.
Status AddPastEvents(sqlite::Database& database, const std::vector<deflection::Event>& events,
                     const deflection::LedgerRules& rules);

// A request as an import leaves it; the reference and what it is of may be empty.
struct PastRequest {
  std::string number;
  Instant created_at;
  std::optional<Instant> closed_at{};
  std::string state;
  std::string solution;
  std::string text;
  std::string reference;
  std::string conversation_id;
  int episode = 0;
};

// REQUIRES: a transaction of the only writer is open, and the number is new.
Status AddPastRequest(sqlite::Database& database, const PastRequest& request);

}  // namespace pomocnik::bot
