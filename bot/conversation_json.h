// What a conversation remembers as JSON: how the store keeps it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "bot/dialogue/conversation.h"

namespace pomocnik::bot {

std::string ToJson(const Conversation& conversation);

// kInvalidArgument: not what ToJson writes. Members that are missing, as in the state of an older program, are as at
// the beginning.
Result<Conversation> ParseConversation(std::string_view json);

}  // namespace pomocnik::bot
