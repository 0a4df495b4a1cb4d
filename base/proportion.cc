#include "base/proportion.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pomocnik {
namespace {

constexpr double kStandardErrors = 1.959964;  // on either side hold 95 % of a normal distribution

Interval IntervalOf(Proportion proportion) {
  return WilsonInterval(proportion.share(), static_cast<double>(proportion.trials));
}

}  // namespace

Interval WilsonInterval(double share, double count) {
  assert(count > 0);
  const double z2 = kStandardErrors * kStandardErrors;
  const double middle = (share + z2 / (2 * count)) / (1 + z2 / count);
  const double half = kStandardErrors / (1 + z2 / count) *
                      std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Difference DifferenceOf(Proportion one, Proportion other) {
  assert(one.trials > 0 && other.trials > 0);
  const double first = one.share();
  const double second = other.share();
  const Interval of_first = IntervalOf(one);
  const Interval of_second = IntervalOf(other);
  const double below = std::hypot(first - of_first.low, of_second.high - second);
  const double above = std::hypot(of_first.high - first, second - of_second.low);
  const double value = first - second;
  return {value, {std::max(-1.0, value - below), std::min(1.0, value + above)}};
}

}  // namespace pomocnik
