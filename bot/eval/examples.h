// Outcomes as examples for a fit of the confidence. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "bot/eval/logistic.h"
#include "bot/eval/scores.h"

namespace pomocnik::bot::eval {

struct FitData {
  std::vector<Example> examples;      // features in the order of index::ConfidenceFeatures()
  std::vector<double> probabilities;  // the confidence that each outcome had
};

// The questions, and the messages from outside but for those on the service, to which an article may be right.
// Right is an answerable question whose first candidate is its article. Left out is what no confidence
// decides on: replies of an intent, and questions without a word to search for. Groups are needs; `name`
// tells those of one set from those of another.
FitData FitDataOf(const QuestionSet& set, const Outcomes& outcomes, std::string_view name);

}  // namespace pomocnik::bot::eval
