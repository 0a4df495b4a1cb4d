// The figures of the staff desk and of `pomocnik stats`: the use case.
#pragma once

#include <chrono>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/figures.h"
#include "bot/deflection/period.h"
#include "bot/figures_store.h"

namespace pomocnik::bot {

// What is shown when no period is asked for.
inline constexpr int kUsualDays = 30;

// As safe with threads as its source. Source and clock must outlive it.
class OverviewReader {
 public:
  // `window`: as LedgerRules has it.
  OverviewReader(FiguresSource& source, const Clock& clock, std::chrono::milliseconds window)
      : source_(source), clock_(clock), window_(window) {}

  Result<deflection::Overview> Read(const deflection::OverviewQuestion& question) const;

  // The last days that are over, by the calendar in Slovenia.
  deflection::Period UsualPeriod() const;

 private:
  FiguresSource& source_;
  const Clock& clock_;
  const std::chrono::milliseconds window_;
};

// The assumptions that are in force.
Result<deflection::Assumptions> ReadAssumptions(FiguresSource& source);

}  // namespace pomocnik::bot
