// Folds every event anew and compares: whether the ledger is what the events say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "bot/deflection/ledger.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

struct LedgerCheck {
  std::int64_t checked = 0;  // episodes
  std::int64_t gone =
      0;  // episodes that cannot be folded anew, since not all of their events are kept
  enum class Days { kSkipped, kCompared } days = Days::kSkipped;  // skipped when events are gone
  std::vector<std::string> differences{};  // one sentence each, at most kMaxDifferences
  bool operator==(const LedgerCheck&) const = default;
};
inline constexpr std::size_t kMaxDifferences = 100;

// Reads only. To be called in a transaction, or on a state that nobody writes.
Result<LedgerCheck> CheckLedger(sqlite::Database& database, const deflection::LedgerRules& rules);

}  // namespace pomocnik::bot
