#include "bot/dialogue/decision.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

constexpr kb::Thresholds kThresholds{
    .answer = 0.6, .answer_lead = 0.05, .choices = 0.3, .named = 0.7, .choice_score = 0.5};

index::SearchResult Found(double confidence, std::initializer_list<double> scores) {
  index::SearchResult found;
  found.confidence = confidence;
  found.features.lead = 0.2;
  for (double score : scores) found.hits.push_back({{}, score, {}});
  return found;
}

TEST_CASE("confidence decides between an answer, a choice and none") {
  CHECK(Decide(nullptr, Found(0.6, {1}), kThresholds) == Decision::kAnswer);
  CHECK(Decide(nullptr, Found(0.59, {1}), kThresholds) == Decision::kChoices);
  CHECK(Decide(nullptr, Found(0.3, {1}), kThresholds) == Decision::kChoices);
  CHECK(Decide(nullptr, Found(0.29, {1}), kThresholds) == Decision::kAbstain);
  CHECK(Decide(nullptr, Found(0.9, {}), kThresholds) == Decision::kAbstain);
}

TEST_CASE("who types but the name of a matter may choose, however little is sure") {
  auto found = Found(0.1, {1, 0.9});
  found.features.named = 0.71;
  CHECK(Decide(nullptr, found, kThresholds) == Decision::kChoices);
  found.features.named = 0.7;
  CHECK(Decide(nullptr, found, kThresholds) == Decision::kAbstain);
}

TEST_CASE("two articles that fit equally are a choice, however well they fit") {
  auto found = Found(0.9, {1, 1});
  found.features.lead = 0.02;
  CHECK(Decide(nullptr, found, kThresholds) == Decision::kChoices);
}

TEST_CASE("an intent decides whatever the search has found") {
  struct Row {
    kb::IntentAct act;
    Decision decision;
  };
  const Row rows[] = {{kb::IntentAct::kSmalltalk, Decision::kSmalltalk},
                      {kb::IntentAct::kPolicy, Decision::kPolicy},
                      {kb::IntentAct::kStatus, Decision::kStatus},
                      {kb::IntentAct::kHandoff, Decision::kHandoff},
                      {kb::IntentAct::kOutside, Decision::kAbstain}};
  for (const Row& row : rows) {
    Intent intent{"id", row.act, "say"};
    CHECK(Decide(&intent, Found(0.99, {1}), kThresholds) == row.decision);
  }
}

TEST_CASE("at most three hits that are not far behind are offered") {
  CHECK(CountChoices(Found(0.4, {}), kThresholds) == 0);
  CHECK(CountChoices(Found(0.4, {8}), kThresholds) == 1);
  CHECK(CountChoices(Found(0.4, {8, 4, 3.9, 3}), kThresholds) == 2);
  CHECK(CountChoices(Found(0.4, {8, 8, 8, 8, 8}), kThresholds) == 3);
}

}  // namespace
}  // namespace pomocnik::bot
