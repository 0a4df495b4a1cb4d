#include "bot/eval/statistics.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::eval {
namespace {

using doctest::Approx;

TEST_CASE("ways to ask for one need count as one where they all go alike") {
  const Figure independent = {{"a-a", 1}, {"b-a", 1}, {"c-a", 0}, {"d-a", 0}};
  const Figure alike = {{"a-a", 1}, {"a-b", 1}, {"b-a", 1}, {"b-b", 1},
                        {"c-a", 0}, {"c-b", 0}, {"d-a", 0}, {"d-b", 0}};
  // The needs' sums deviate by 1 each: variance 4/3 * 4 / 64 against 0.25 / 8.
  const double effect = (4.0 / 3 * 4 / 64) / (0.25 / 8);
  CHECK(ConfidenceInterval(alike).low == Approx(WilsonInterval(0.5, 8 / effect).low));
  CHECK(ConfidenceInterval(alike).low <= ConfidenceInterval(independent).low);
  // Mixed within the needs: no better than independent.
  const Figure mixed = {{"a-a", 1}, {"a-b", 0}, {"b-a", 1}, {"b-b", 0}};
  CHECK(ConfidenceInterval(mixed).low == Approx(WilsonInterval(0.5, 4).low));
  // All equal: each need counts once.
  const Figure sure = {{"a-a", 1}, {"a-b", 1}, {"b-a", 1}, {"b-b", 1}};
  CHECK(ConfidenceInterval(sure).low == Approx(WilsonInterval(1, 2).low));
}

TEST_CASE("the sign test is exact") {
  CHECK(SignTest(0, 0) == 1);
  CHECK(SignTest(3, 3) == 1);
  CHECK(SignTest(5, 0) == Approx(2.0 / 32));
  CHECK(SignTest(0, 5) == Approx(2.0 / 32));
  CHECK(SignTest(8, 1) == Approx(2.0 * (1 + 9) / 512));
  CHECK(SignTest(1500, 1500) == 1);
  CHECK(SignTest(2000, 1000) < 1e-50);
}

TEST_CASE("two runs are compared question by question, over what both have") {
  const Figures before = {{"r1.all", {{"a", 1}, {"b", 0}, {"c", 0}, {"gone", 1}}},
                          {"wrong.all", {{"a", 0}, {"b", 1}}},
                          {"service", {{"s", 1}}}};
  const Figures after = {{"r1.all", {{"new", 0}, {"a", 0}, {"b", 1}, {"c", 1}}},
                         {"wrong.all", {{"a", 1}, {"b", 0}}},
                         {"verdict", {{"p", 1}}}};
  const auto differences = Compare(before, after);
  REQUIRE(differences.size() == 2);
  const Difference& first = differences[0];
  CHECK(first.figure == "r1.all");
  CHECK(first.before == Approx(1.0 / 3));
  CHECK(first.after == Approx(2.0 / 3));
  CHECK(first.won == std::vector<std::string>{"b", "c"});
  CHECK(first.lost == std::vector<std::string>{"a"});
  CHECK(first.chance == 1);
  // Less of what is wrong is won.
  CHECK(differences[1].won == std::vector<std::string>{"b"});
  CHECK(differences[1].lost == std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace pomocnik::bot::eval
