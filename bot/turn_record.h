// What is kept of a turn, whoever asked.
#pragma once

#include "bot/dialogue/answer.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

// Without personal data. Ids, key, digest, time and the body of the reply are left to the caller.
TurnRecord RecordOf(const Question& question, const Answer& answer);

}  // namespace pomocnik::bot
