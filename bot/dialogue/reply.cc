#include "bot/dialogue/reply.h"

namespace pomocnik::bot {

std::string_view DecisionName(Decision decision) {
  switch (decision) {
    case Decision::kAnswer:
      return "answer";
    case Decision::kChoices:
      return "choices";
    case Decision::kAbstain:
      return "abstain";
    case Decision::kPolicy:
      return "policy";
    case Decision::kSmalltalk:
      return "smalltalk";
    case Decision::kHandoff:
      return "handoff";
    case Decision::kStatus:
      return "status";
  }
  return "";
}

}  // namespace pomocnik::bot
