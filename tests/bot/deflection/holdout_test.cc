#include "bot/deflection/holdout.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <random>
#include <string>

namespace pomocnik::bot::deflection {
namespace {

TEST_CASE("without a share nothing is tried, and with one the same digest has the same arm") {
  CHECK(DrawArm("0000000000000000", 0) == Arm::kNone);
  CHECK(DrawArm("0000000000000000", 0.01) == Arm::kHeld);
  CHECK(DrawArm("ffffffffffffffff", 0.5) == Arm::kShown);
  CHECK(DrawArm("8000000000000000", 0.5) == Arm::kShown);
  CHECK(DrawArm("7fffffffffffffff", 0.5) == Arm::kHeld);
}

TEST_CASE("about the share of all episodes is held") {
  std::mt19937_64 random{20261126};
  int held = 0;
  for (int i = 0; i < 10'000; ++i) {
    char digest[17];
    std::snprintf(digest, sizeof digest, "%016llx", static_cast<unsigned long long>(random()));
    if (DrawArm(digest, 0.1) == Arm::kHeld) ++held;
  }
  CHECK(held > 900);
  CHECK(held < 1100);
}

}  // namespace
}  // namespace pomocnik::bot::deflection
