// Keeps events and folds each into the ledger at once, so that both are in one transaction.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "bot/deflection/event.h"
#include "bot/deflection/ledger.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Keeps the event, counted or not by what its source has said today, and folds it into its episode and the counts of
// its day. A view and a vote that are known already change nothing. REQUIRES, here and below: a transaction of the only
// writer is open.
Status AddEvent(sqlite::Database& database, deflection::Event event,
                const deflection::LedgerRules& rules);

// The same for an event that only names its turn: where that was taken is added. A view keeps the article that it
// names. kNotFound: no such turn.
Status AddEventOfTurn(sqlite::Database& database, const deflection::Event& event,
                      const deflection::LedgerRules& rules);

// One after the other, each as it is complete or not.
Status AddEvents(sqlite::Database& database, const std::vector<deflection::Event>& events,
                 const deflection::LedgerRules& rules);

}  // namespace pomocnik::bot
