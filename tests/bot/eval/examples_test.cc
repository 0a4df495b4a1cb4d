#include "bot/eval/examples.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::eval {
namespace {

TEST_CASE("examples are what the confidence decides on, in groups by need and set") {
  QuestionSet set;
  set.questions = {{"n1-a", "x", "natural", "sl", "q"},
                   {"n1-b", "x", "natural", "sl", "q"},
                   {"n2-a", "", "natural", "sl", "q"},
                   {"n3-a", "x", "natural", "sl", "q"},
                   {"n4-a", "x", "natural", "sl", "q"}};
  set.outside = {{"o1", OutsideMessage::Kind::kOfftopic, "q"},
                 {"o2", OutsideMessage::Kind::kService, "q"}};
  const index::Features features{.lead = 0.5, .terms = 3};
  auto outcome = [&](Decision decision, std::vector<std::string> articles) {
    return Outcome{.decision = decision,
                   .articles = std::move(articles),
                   .confidence = 0.7,
                   .features = features};
  };
  Outcomes outcomes = {{"n1-a", outcome(Decision::kAbstain, {"x", "a"})},
                       {"n1-b", outcome(Decision::kChoices, {"a", "x"})},
                       {"n2-a", outcome(Decision::kAnswer, {"x"})},
                       {"n3-a", outcome(Decision::kPolicy, {"x"})},
                       {"n4-a", Outcome{}},
                       {"o1", outcome(Decision::kAnswer, {"x"})},
                       {"o2", outcome(Decision::kAnswer, {"x"})}};
  const FitData data = FitDataOf(set, outcomes, "first");
  REQUIRE(data.examples.size() == 4);
  CHECK(data.examples[0].label == Example::Label::kRight);
  CHECK(data.examples[0].features == index::FeatureValues(features));
  CHECK(data.examples[0].group == "first:n1");
  CHECK(data.examples[1].label == Example::Label::kWrong);
  CHECK(data.examples[1].group == "first:n1");
  CHECK(data.examples[2].label == Example::Label::kWrong);
  CHECK(data.examples[3].group == "first:o1");
  CHECK(data.probabilities == std::vector<double>(4, 0.7));
}

}  // namespace
}  // namespace pomocnik::bot::eval
