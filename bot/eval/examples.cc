#include "bot/eval/examples.h"

#include <string>

namespace pomocnik::bot::eval {
namespace {

bool IsOfIntent(Decision decision) {
  return decision == Decision::kPolicy || decision == Decision::kSmalltalk ||
         decision == Decision::kHandoff || decision == Decision::kStatus;
}

}  // namespace

FitData FitDataOf(const QuestionSet& set, const Outcomes& outcomes, std::string_view name) {
  FitData data;
  auto add = [&](const std::string& id, const std::string& article) {
    const auto found = outcomes.find(id);
    if (found == outcomes.end()) return;
    const Outcome& outcome = found->second;
    if (IsOfIntent(outcome.decision) || outcome.features.terms == 0) return;
    const bool right = !article.empty() && RankOf(article, outcome) == 1;
    data.examples.push_back({index::FeatureValues(outcome.features),
                             right ? Example::Label::kRight : Example::Label::kWrong,
                             std::string(name) + ":" + std::string(NeedOf(id))});
    data.probabilities.push_back(outcome.confidence);
  };
  for (const auto& question : set.questions) add(question.id, question.article);
  for (const auto& message : set.outside) {
    if (message.kind != OutsideMessage::Kind::kService) add(message.id, "");
  }
  return data;
}

}  // namespace pomocnik::bot::eval
