// How far a share of independent trials may be off. Pure.
#pragma once

#include <cstdint>

namespace pomocnik {

struct Interval {
  double low = 0;
  double high = 1;
};

// 95 % interval by Wilson's score of `share` of `count` independent trials. REQUIRES: count > 0.
Interval WilsonInterval(double share, double count);

// How many of a number of trials went so.
struct Proportion {
  std::int64_t hits = 0;
  std::int64_t trials = 0;

  // REQUIRES: trials > 0.
  double share() const { return static_cast<double>(hits) / static_cast<double>(trials); }
};

struct Difference {
  double value = 0;
  Interval interval;
};

// The share of `one` less that of `other`, with its 95 % interval by the hybrid score method without correction for
// continuity: method 10 of R. G. Newcombe, Interval estimation for the difference between independent proportions:
// comparison of eleven methods, Statistics in Medicine 17 (1998), 873-890. It stays within -1 and 1, and has a width
// where both shares are 0. REQUIRES: one.trials > 0 and other.trials > 0.
Difference DifferenceOf(Proportion one, Proportion other);

}  // namespace pomocnik
