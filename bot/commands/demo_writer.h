// Puts a day of made-up traffic into a state.
#pragma once

#include "base/result.h"
#include "bot/deflection/ledger.h"
#include "bot/demo/traffic.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot::commands {

// What of a day is kept besides the ledger and the counts.
struct Kept {
  enum class Is { kNo, kYes };
  Is events = Is::kYes;
  Is turns = Is::kYes;
};

// kConflict when there are conversations or episodes already.
Status CheckIsEmpty(sqlite::Database& database);

// REQUIRES: a transaction of the only writer is open.
Status WriteDay(sqlite::Database& database, const demo::DayOfTraffic& traffic, Kept kept,
                const deflection::LedgerRules& rules);

}  // namespace pomocnik::bot::commands
