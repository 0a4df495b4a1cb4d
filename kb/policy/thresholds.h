// From which confidence on a hit is shown: thresholds.yaml.
#pragma once

#include <optional>
#include <string_view>

#include "kb/diagnostic.h"

namespace pomocnik::kb {

// Each 0 to 1.
struct Thresholds {
  double answer = 0;       // confidence from which the first hit is given as the answer
  double answer_lead = 0;  // how far the first hit must be ahead (index/search.h) to be the answer
  double choices = 0;      // confidence from which hits are offered to choose from
  double named = 0;  // or above which share of the question in a title (index/search.h); 1: never
  double choice_score = 0;  // share of the best score a hit needs in order to be offered
};

// All keys are required, and choices may not exceed answer; otherwise absent, with an error that
// names file and line.
std::optional<Thresholds> ParseThresholds(std::string_view yaml, std::string_view file,
                                          Diagnostics& diagnostics);

}  // namespace pomocnik::kb
