#include "bot/eval/logistic.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace pomocnik::bot::eval {
namespace {

using doctest::Approx;

// Between 0 and 1; the same on every machine, which the standard's distributions are not.
double Uniform(std::mt19937& random) { return static_cast<double>(random()) / 4294967296.0; }

// Labels drawn from a known model; each group has `paraphrases` examples.
std::vector<Example> Draw(const Logistic& truth, std::size_t groups, std::size_t paraphrases) {
  std::mt19937 random(7);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < groups * paraphrases; ++i) {
    Example example;
    for (std::size_t j = 0; j < truth.weights.size(); ++j)
      example.features.push_back(Uniform(random));
    const bool right = Uniform(random) < truth.Probability(example.features);
    example.label = right ? Example::Label::kRight : Example::Label::kWrong;
    example.group = std::to_string(i / paraphrases);
    examples.push_back(std::move(example));
  }
  return examples;
}

const Logistic kZero2{0, {0, 0}};
const std::vector<Effect> kAny2 = {Effect::kEither, Effect::kEither};

TEST_CASE("a fit finds the model that drew the examples") {
  const Logistic truth{-2, {5, -1}};
  const auto model = FitLogistic(Draw(truth, 20000, 1), kAny2, kZero2);
  REQUIRE(model);
  CHECK(model->intercept == Approx(-2).epsilon(0.05));
  CHECK(model->weights[0] == Approx(5).epsilon(0.05));
  CHECK(std::abs(model->weights[1] + 1) < 0.1);
}

TEST_CASE("the fitted weights are where the penalised likelihood is flat") {
  const auto examples = Draw({-1, {3, 1}}, 60, 2);
  const auto model = FitLogistic(examples, kAny2, kZero2);
  REQUIRE(model);
  double slope[3] = {0, 0.03 * model->weights[0], 0.03 * model->weights[1]};
  for (const Example& example : examples) {
    const double target = example.label == Example::Label::kRight ? 1 : 0;
    const double error = model->Probability(example.features) - target;
    slope[0] += error;
    slope[1] += error * example.features[0];
    slope[2] += error * example.features[1];
  }
  for (double part : slope) CHECK(std::abs(part) < 1e-4);
}

TEST_CASE("examples that a line divides have a finite fit") {
  std::vector<Example> examples;
  examples.reserve(40);
  for (int i = 0; i < 40; ++i) {
    examples.push_back({{i / 40.0}, i < 20 ? Example::Label::kWrong : Example::Label::kRight, ""});
  }
  const auto model = FitLogistic(examples, {Effect::kEither}, {0, {0}});
  REQUIRE(model);
  CHECK(std::isfinite(model->weights[0]));
  CHECK(model->weights[0] > 1);
}

TEST_CASE("a weight against its effect is zero, and the others are fitted without it") {
  auto examples = Draw({-2, {5, -1}}, 2000, 1);
  const auto bound = FitLogistic(examples, {Effect::kRaises, Effect::kRaises}, kZero2);
  REQUIRE(bound);
  CHECK(bound->weights[1] == 0);
  const auto other_way = FitLogistic(examples, {Effect::kRaises, Effect::kLowers}, kZero2);
  REQUIRE(other_way);
  CHECK(other_way->weights[1] < -0.5);
  for (Example& example : examples) example.features.pop_back();
  const auto alone = FitLogistic(examples, {Effect::kRaises}, {0, {0}});
  REQUIRE(alone);
  CHECK(bound->weights[0] == Approx(alone->weights[0]));
  CHECK(bound->intercept == Approx(alone->intercept));
}

TEST_CASE("a feature that the examples do not tell of keeps its weight") {
  auto examples = Draw({-2, {5, 0}}, 500, 1);
  for (std::size_t i = 0; i < examples.size(); ++i) examples[i].features[1] = i < 9 ? 1 : 0;
  const auto model = FitLogistic(examples, kAny2, {0, {0, 2.5}});
  REQUIRE(model);
  CHECK(model->weights[1] == 2.5);
  CHECK(model->weights[0] > 3);
  examples[9].features[1] = 1;
  const auto told = FitLogistic(examples, kAny2, {0, {0, 2.5}});
  REQUIRE(told);
  CHECK(told->weights[1] != 2.5);
}

TEST_CASE("a fit needs both labels") {
  auto examples = Draw({-2, {5, 0}}, 50, 1);
  for (Example& example : examples) example.label = Example::Label::kRight;
  CHECK_FALSE(FitLogistic(examples, kAny2, kZero2));
  CHECK_FALSE(CrossValidate(examples, kAny2, kZero2, 5));
}

TEST_CASE("an example is judged by a fit that has seen nothing of its group") {
  // In each group all labels are alike, and a feature marks the groups: only leaving a whole group out shows
  // that the mark says nothing.
  std::vector<Example> examples;
  for (int i = 0; i < 80; ++i) {
    const bool right = i / 20 % 2 == 0;
    Example example;
    for (int group = 0; group < 4; ++group) example.features.push_back(group == i / 20 ? 1 : 0);
    example.label = right ? Example::Label::kRight : Example::Label::kWrong;
    example.group = std::to_string(i / 20);
    examples.push_back(std::move(example));
  }
  const std::vector<Effect> effects(4, Effect::kEither);
  const Logistic zero{0, {0, 0, 0, 0}};
  const auto apart = CrossValidate(examples, effects, zero, 4);
  REQUIRE(apart);
  const auto together = FitLogistic(examples, effects, zero);
  REQUIRE(together);
  CHECK(together->Probability(examples[0].features) > 0.8);
  CHECK((*apart)[0] < 0.5);
  CHECK((*apart)[20] > 0.5);
}

}  // namespace
}  // namespace pomocnik::bot::eval
