#include "base/proportion.h"

#include <doctest/doctest.h>

namespace pomocnik {
namespace {

using doctest::Approx;

TEST_CASE("Wilson's interval holds where the share is 0 or 1") {
  // Reference values: R, binom::binom.wilson.
  const Interval most = WilsonInterval(0.8, 10);
  CHECK(most.low == Approx(0.4901625).epsilon(1e-5));
  CHECK(most.high == Approx(0.9433178).epsilon(1e-5));
  const Interval none = WilsonInterval(0, 20);
  CHECK(none.low == 0);
  CHECK(none.high == Approx(0.1611252).epsilon(1e-5));
  CHECK(WilsonInterval(1, 20).high == 1);
}

TEST_CASE("the interval of a difference is the one that was published") {
  struct Row {
    Proportion one;
    Proportion other;
    double low;
    double high;
  };
  // Newcombe 1998, table II, method 10.
  const Row rows[] = {
      {{56, 70}, {48, 80}, 0.0524, 0.3339}, {{9, 10}, {3, 10}, 0.1705, 0.8090},
      {{6, 7}, {2, 7}, 0.0582, 0.8062},     {{5, 56}, {0, 29}, -0.0381, 0.1926},
      {{0, 10}, {0, 20}, -0.1611, 0.2775},  {{0, 10}, {0, 10}, -0.2775, 0.2775},
      {{10, 10}, {0, 20}, 0.6791, 1.0000},  {{10, 10}, {0, 10}, 0.6075, 1.0000},
  };
  for (const Row& row : rows) {
    CAPTURE(row.one.hits);
    CAPTURE(row.one.trials);
    const Difference difference = DifferenceOf(row.one, row.other);
    CHECK(difference.value == Approx(row.one.share() - row.other.share()));
    CHECK(difference.interval.low == Approx(row.low).scale(1).epsilon(0.00006));
    CHECK(difference.interval.high == Approx(row.high).scale(1).epsilon(0.00006));
  }
}

TEST_CASE("the other way round, a difference has the same interval with the other sign") {
  const Difference there = DifferenceOf({56, 70}, {48, 80});
  const Difference back = DifferenceOf({48, 80}, {56, 70});
  CHECK(back.value == Approx(-there.value));
  CHECK(back.interval.low == Approx(-there.interval.high));
  CHECK(back.interval.high == Approx(-there.interval.low));
}

}  // namespace
}  // namespace pomocnik
