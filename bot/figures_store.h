// Where the figures are counted, and the assumptions behind the saving are kept: the border to the state database.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/figures.h"

namespace pomocnik::bot {

// What is to be counted.
struct FiguresQuery {
  deflection::Period period;
  deflection::Filter filter;
  // An episode is open when it was answered last at this moment or later.
  Instant open_since;
};

// Whatever fails because the state cannot be read or written just now is kUnavailable.
class FiguresSource {
 public:
  virtual ~FiguresSource() = default;

  // For MakeOverview: the period, and the one before it.
  virtual Result<deflection::LedgerCounts> Count(const FiguresQuery& query) = 0;

  // Who stated which assumptions when: the last first. Those that are in force are the first, or, when there are none,
  // the program's own.
  virtual Result<std::vector<deflection::Assumptions>> ListAssumptions() = 0;
};

// Thread-safe.
class FiguresStore : public FiguresSource {
 public:
  // Puts them before what was stated so far, which is kept. REQUIRES: changed_at.
  virtual Status SaveAssumptions(const deflection::Assumptions& assumptions) = 0;
};

}  // namespace pomocnik::bot
