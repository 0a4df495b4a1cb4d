#include "bot/deflection/saving.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::deflection {
namespace {

Assumptions Assume(int minutes, int cents) {
  return {.minutes_per_request = minutes, .cents_per_hour = cents};
}

TEST_CASE("what was saved is the requests by the minutes and the hour's price") {
  CHECK(SavingOf(0, Assume(15, 3000)) == Saving{0, 0});
  CHECK(SavingOf(100, Assume(15, 3000)) == Saving{1500, 75'000});
  CHECK(SavingOf(1, Assume(1, 100)) == Saving{1, 2});  // 1.67 cents
  CHECK(SavingOf(1, Assume(1, 85)) == Saving{1, 1});   // 1.42
  CHECK(SavingOf(200'000, Assume(1440, 100'000)) == Saving{288'000'000, 480'000'000'000});
}

}  // namespace
}  // namespace pomocnik::bot::deflection
