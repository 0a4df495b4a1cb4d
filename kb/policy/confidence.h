// How much each sign says that the first article is the right one: confidence.yaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"

namespace pomocnik::kb {

inline constexpr std::string_view kConfidenceFile = "policy/confidence.yaml";

// The weights of a logistic regression. Which features there are is the search's to say
// (index/rank/confidence.h).
struct ConfidenceWeights {
  struct Weight {
    std::string feature;
    double value = 0;
    int line = 0;
  };
  double intercept = 0;
  std::vector<Weight> weights;  // in the order of the file; no feature twice
  int line = 0;                 // of the key `weights`
};

// Both keys are required and all values are finite numbers; otherwise absent, with errors that name
// file and line.
std::optional<ConfidenceWeights> ParseConfidence(std::string_view yaml, std::string_view file,
                                                 Diagnostics& diagnostics);

}  // namespace pomocnik::kb
