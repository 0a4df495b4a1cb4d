#include "bot/dialogue/decision.h"

#include <algorithm>

namespace pomocnik::bot {
namespace {

Decision DecisionOf(kb::IntentAct act) {
  switch (act) {
    case kb::IntentAct::kSmalltalk:
    case kb::IntentAct::kRestart:
      return Decision::kSmalltalk;
    case kb::IntentAct::kPolicy:
      return Decision::kPolicy;
    case kb::IntentAct::kStatus:
      return Decision::kStatus;
    case kb::IntentAct::kHandoff:
    case kb::IntentAct::kNotHelpful:
      return Decision::kHandoff;
    case kb::IntentAct::kOutside:
      return Decision::kAbstain;
  }
  return Decision::kAbstain;
}

}  // namespace

Decision Decide(const Intent* intent, const index::SearchResult& found,
                const kb::Thresholds& thresholds) {
  if (intent) return DecisionOf(intent->act);
  if (found.hits.empty()) return Decision::kAbstain;
  const bool likely = found.confidence >= thresholds.choices;
  const bool named = found.features.named > thresholds.named;
  if (!likely && !named) return Decision::kAbstain;
  bool sure = found.confidence >= thresholds.answer;
  bool ahead = found.features.lead >= thresholds.answer_lead;
  return sure && ahead ? Decision::kAnswer : Decision::kChoices;
}

std::size_t CountChoices(const index::SearchResult& found, const kb::Thresholds& thresholds) {
  if (found.hits.empty()) return 0;
  double least = found.hits.front().score * thresholds.choice_score;
  auto behind = std::find_if(found.hits.begin(), found.hits.end(),
                             [&](const index::Hit& hit) { return hit.score < least; });
  return std::min(kMaxChoices, static_cast<std::size_t>(behind - found.hits.begin()));
}

}  // namespace pomocnik::bot
