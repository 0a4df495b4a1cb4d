// What happened in a turn, for the statistics.
#pragma once

#include <string>
#include <vector>

#include "bot/deflection/event.h"
#include "bot/dialogue/answer.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

// Who asked from where, beside what the record of the turn says.
struct Asker {
  std::string channel;  // redacted
  std::string source;   // as in deflection::Event
  std::string choice;   // the article that was picked; empty: none
  deflection::Arm arm = deflection::Arm::kNone;
};

// The question or choice, the draft, and a return for each earlier episode that it comes back to. `record` is the turn as
// it will be kept.
std::vector<deflection::Event> EventsOf(const Answer& answer, const TurnRecord& record,
                                        const Asker& asker);

}  // namespace pomocnik::bot
