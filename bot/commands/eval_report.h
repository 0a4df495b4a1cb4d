// What `pomocnik eval` found, as text for an engineer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "bot/commands/eval_run.h"
#include "bot/eval/calibration.h"
#include "bot/eval/scores.h"
#include "bot/eval/statistics.h"

namespace pomocnik::bot::commands {

// A line a figure: name, value, 95 % interval, number of questions; then the times of replies.
std::string FormatFigures(const eval::Figures& figures, const eval::Outcomes& outcomes);

// The replies that are bad in one of eval::kListedFigures: the first `limit` with what was expected, what came
// and how both scored, the others by their ids. Searches again. Errors are those of Searcher.
Result<std::string> FormatFailures(const EvalRun& run, const eval::Figures& figures,
                                   std::size_t limit);

// The figures that differ, then the ids won and lost in eval::kListedFigures.
std::string FormatDifferences(const std::vector<eval::Difference>& differences);

struct FitReport {
  std::size_t examples = 0;
  std::size_t needs = 0;
  eval::Calibration before;     // by the weights that the replies were given with
  eval::Calibration after;      // by the new ones, on the examples that they were fitted to
  eval::Calibration on_unseen;  // by cross-validation
  std::size_t folds = 0;
};

// Markdown tables: losses, and the reliability on unseen needs.
std::string FormatFit(const FitReport& report);

}  // namespace pomocnik::bot::commands
