#include "bot/eval/calibration.h"

#include <algorithm>
#include <cmath>

namespace pomocnik::bot::eval {
namespace {

constexpr std::size_t kBins = 10;
constexpr double kSmallest = 1e-12;  // a certain miss costs much, not everything

double Discrimination(const std::vector<Example>& examples,
                      const std::vector<double>& probabilities) {
  double won = 0;
  double pairs = 0;
  for (std::size_t right = 0; right < examples.size(); ++right) {
    if (examples[right].label == Example::Label::kWrong) continue;
    for (std::size_t wrong = 0; wrong < examples.size(); ++wrong) {
      if (examples[wrong].label == Example::Label::kRight) continue;
      ++pairs;
      if (probabilities[right] > probabilities[wrong]) won += 1;
      if (probabilities[right] == probabilities[wrong]) won += 0.5;
    }
  }
  return pairs == 0 ? 0.5 : won / pairs;
}

}  // namespace

Calibration Calibrate(const std::vector<Example>& examples,
                      const std::vector<double>& probabilities) {
  Calibration calibration;
  std::vector<ReliabilityBin> bins(kBins);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const double right = examples[i].label == Example::Label::kRight ? 1 : 0;
    const double probability = probabilities[i];
    const double given = right > 0 ? probability : 1 - probability;
    calibration.log_loss -= std::log(std::max(given, kSmallest));
    calibration.brier += (probability - right) * (probability - right);
    const auto place = static_cast<std::size_t>(probability * kBins);
    ReliabilityBin& bin = bins[std::min(place, kBins - 1)];
    ++bin.count;
    bin.predicted += probability;
    bin.observed += right;
  }
  const auto all = static_cast<double>(examples.size());
  calibration.log_loss /= all;
  calibration.brier /= all;
  calibration.discrimination = Discrimination(examples, probabilities);
  for (std::size_t i = 0; i < kBins; ++i) {
    ReliabilityBin bin = bins[i];
    if (bin.count == 0) continue;
    const auto count = static_cast<double>(bin.count);
    bin.low = static_cast<double>(i) / kBins;
    bin.high = static_cast<double>(i + 1) / kBins;
    bin.predicted /= count;
    bin.observed /= count;
    bin.interval = WilsonInterval(bin.observed, count);
    calibration.bins.push_back(bin);
  }
  return calibration;
}

}  // namespace pomocnik::bot::eval
