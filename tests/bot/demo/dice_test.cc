#include "bot/demo/dice.h"

#include <doctest/doctest.h>

#include <array>

namespace pomocnik::bot::demo {
namespace {

TEST_CASE("the same seed gives the same chance, another one another") {
  Dice first(7);
  Dice second(7);
  Dice other(8);
  const std::string id = first.Id();
  CHECK(id == second.Id());
  CHECK(id != other.Id());
  CHECK(id.size() == 22);
  CHECK(first.Reference() == second.Reference());
  // So that a year made today can be made again: not what the library's distributions happen to give.
  CHECK(Dice(1).Between(0, 999'999) == 133'876);
}

TEST_CASE("a number is drawn from its range, both ends included") {
  Dice dice(1);
  std::array<int, 4> drawn{};
  for (int i = 0; i < 4000; ++i) ++drawn[static_cast<std::size_t>(dice.Between(3, 6) - 3)];
  for (const int count : drawn) {
    CHECK(count > 900);
    CHECK(count < 1100);
  }
  CHECK(dice.Between(5, 5) == 5);
}

TEST_CASE("what weighs more is drawn more often, and what weighs nothing never") {
  Dice dice(1);
  const std::array<double, 3> weights = {1, 0, 3};
  const Urn urn(weights);
  std::array<int, 3> picked{};
  std::array<int, 3> drawn{};
  for (int i = 0; i < 4000; ++i) {
    ++picked[dice.Pick(weights)];
    ++drawn[urn.Draw(dice)];
  }
  for (const auto& counts : {picked, drawn}) {
    CHECK(counts[1] == 0);
    CHECK(counts[0] > 850);
    CHECK(counts[0] < 1150);
  }
  CHECK(urn.total() == 4);
}

}  // namespace
}  // namespace pomocnik::bot::demo
