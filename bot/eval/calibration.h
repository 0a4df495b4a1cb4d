// Whether a probability is what happens. Pure.
#pragma once

#include <vector>

#include "bot/eval/logistic.h"
#include "bot/eval/statistics.h"

namespace pomocnik::bot::eval {

// Examples whose probability lies between two tenths.
struct ReliabilityBin {
  double low = 0;
  double high = 0;       // not in the bin, but for 1
  double predicted = 0;  // average of the probabilities
  double observed = 0;   // share that was right
  Interval interval;     // of `observed`, by Wilson for independent examples
  std::size_t count = 0;
};

struct Calibration {
  double log_loss = 0;  // average of -log of the probability given to what happened
  double brier = 0;     // average square of the difference
  // How often an example that is right has a larger probability than one that is wrong: the area under the
  // ROC curve, 0.5 by chance, and where all examples are alike.
  double discrimination = 0.5;
  std::vector<ReliabilityBin> bins;  // those that are not empty
};

// REQUIRES: a probability for each example; at least one.
Calibration Calibrate(const std::vector<Example>& examples,
                      const std::vector<double>& probabilities);

}  // namespace pomocnik::bot::eval
