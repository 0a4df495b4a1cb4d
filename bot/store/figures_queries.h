// The statements on figures: rows of the ledger to counts.
#pragma once

#include <vector>

#include "base/result.h"
#include "bot/figures_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// All reads see one state of the database.
Result<deflection::LedgerCounts> CountFigures(sqlite::Database& database,
                                              const FiguresQuery& query);

// The last first.
Result<std::vector<deflection::Assumptions>> SelectAssumptions(sqlite::Database& database);

// REQUIRES: a transaction of the only writer is open; assumptions.changed_at.
Status InsertAssumptions(sqlite::Database& database, const deflection::Assumptions& assumptions);

}  // namespace pomocnik::bot
