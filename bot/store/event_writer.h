// Keeps events, in the transaction of what they are about. The ledger follows: ledger_writer.h.
#pragma once

#include <vector>

#include "base/result.h"
#include "bot/deflection/event.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Keeps the event. A view and a vote that are known already are not kept.
// REQUIRES, here and below: a transaction of the only writer is open.
Status KeepEvent(sqlite::Database& database, const deflection::Event& event);

// The same for an event that only names its turn: where that was taken is added. A view keeps the article that it
// names. kNotFound: no such turn.
Status KeepEventOfTurn(sqlite::Database& database, const deflection::Event& event);

// One after the other, each as it is complete or not.
Status KeepEvents(sqlite::Database& database, const std::vector<deflection::Event>& events);

}  // namespace pomocnik::bot
