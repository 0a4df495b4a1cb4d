// Logistic regression for a few features and some thousand examples. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "index/rank/confidence.h"

namespace pomocnik::bot::eval {

struct Example {
  enum class Label { kWrong, kRight };
  std::vector<double> features;
  Label label = Label::kWrong;
  std::string group;  // examples of one group are never divided between learning and testing
};

struct Logistic {
  double intercept = 0;
  std::vector<double> weights;

  // REQUIRES: as many features as weights.
  double Probability(const std::vector<double>& features) const;
};

using Effect = index::ConfidenceFeature::Effect;

// The most likely weights under a small penalty for the sum of their squares (the intercept is free), by
// Newton's method. A weight whose sign is against its effect is set to zero and the others are fitted
// again. A feature that fewer than kFewest examples differ in keeps its weight in `start`: the examples do
// not tell of it. kInvalidArgument unless there are examples of both labels.
// REQUIRES: as many effects and weights in `start` as features in every example.
inline constexpr std::size_t kFewest = 10;
Result<Logistic> FitLogistic(const std::vector<Example>& examples,
                             const std::vector<Effect>& effects, const Logistic& start);

// Each example's probability by a fit to the examples of the other folds; groups are dealt out to the folds
// in the order of their appearance, so that folds are alike when kinds of examples stand together. Errors as
// FitLogistic.
Result<std::vector<double>> CrossValidate(const std::vector<Example>& examples,
                                          const std::vector<Effect>& effects, const Logistic& start,
                                          std::size_t folds);

}  // namespace pomocnik::bot::eval
