#include "bot/eval/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace pomocnik::bot::eval {
namespace {

// By how much the variance of the average is larger than that of independent questions.
double DesignEffect(const Figure& figure, double mean) {
  std::map<std::string_view, double> deviations;  // sum by need
  for (const Observation& observation : figure) {
    deviations[NeedOf(observation.id)] += observation.value - mean;
  }
  const auto questions = static_cast<double>(figure.size());
  const auto needs = static_cast<double>(deviations.size());
  const double independent = mean * (1 - mean) / questions;
  if (independent <= 0 || deviations.size() == 1) return questions / needs;
  double sum = 0;
  for (const auto& [need, deviation] : deviations) sum += deviation * deviation;
  const double clustered = needs / (needs - 1) * sum / (questions * questions);
  return std::max(1.0, clustered / independent);
}

}  // namespace

Interval ConfidenceInterval(const Figure& figure) {
  const double mean = MeanOf(figure);
  return WilsonInterval(mean, static_cast<double>(figure.size()) / DesignEffect(figure, mean));
}

std::vector<Difference> Compare(const Figures& before, const Figures& after) {
  std::vector<Difference> differences;
  for (const auto& [name, figure] : after) {
    const auto other = before.find(name);
    if (other == before.end()) continue;
    std::map<std::string_view, double> old;
    for (const Observation& observation : other->second) old[observation.id] = observation.value;
    Difference difference;
    difference.figure = name;
    std::size_t count = 0;
    for (const Observation& observation : figure) {
      const auto found = old.find(observation.id);
      if (found == old.end()) continue;
      ++count;
      difference.before += found->second;
      difference.after += observation.value;
      if (observation.value == found->second) continue;
      const bool better = (observation.value > found->second) == (GoalOf(name) == Goal::kHigh);
      (better ? difference.won : difference.lost).push_back(observation.id);
    }
    if (count == 0) continue;
    difference.before /= static_cast<double>(count);
    difference.after /= static_cast<double>(count);
    difference.chance = SignTest(difference.won.size(), difference.lost.size());
    differences.push_back(std::move(difference));
  }
  return differences;
}

double SignTest(std::size_t won, std::size_t lost) {
  const std::size_t all = won + lost;
  double log_choose = 0;  // of `fewer` out of `all`, built up from 0
  double tail = 0;
  for (std::size_t fewer = 0; fewer <= std::min(won, lost); ++fewer) {
    if (fewer > 0) {
      log_choose +=
          std::log(static_cast<double>(all - fewer + 1)) - std::log(static_cast<double>(fewer));
    }
    tail += std::exp(log_choose - static_cast<double>(all) * std::log(2.0));
  }
  return std::min(1.0, 2 * tail);
}

}  // namespace pomocnik::bot::eval
