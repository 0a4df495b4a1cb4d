// What chance may have done to a figure. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/proportion.h"
#include "bot/eval/scores.h"

namespace pomocnik::bot::eval {

// 95 % interval of a figure's average by Wilson's score. Questions for one need are not independent, so the
// number of questions is first divided by the design effect of the needs (Kish, 1965), at least 1. Where all
// values are equal, nothing is known of that effect, and each need counts once.
// REQUIRES: not empty.
Interval ConfidenceInterval(const Figure& figure);

// One figure of two runs, over the questions that both have.
struct Difference {
  std::string figure;
  double before = 0;
  double after = 0;
  std::vector<std::string> won;   // ids whose value got better
  std::vector<std::string> lost;  // … and worse
  double chance = 1;              // by SignTest
};

// The figures that both have, by name.
std::vector<Difference> Compare(const Figures& before, const Figures& after);

// The probability of a split at least as uneven when winning and losing are equally likely: exact, two-sided.
double SignTest(std::size_t won, std::size_t lost);

}  // namespace pomocnik::bot::eval
