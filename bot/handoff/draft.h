// A request for the portal, written from a conversation. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/dialogue/conversation.h"
#include "bot/dialogue/phrases.h"
#include "bot/dialogue/reply.h"

namespace pomocnik::bot {

// Title, what was asked, what the program said, what was shown and whether it helped, and where: only what is
// known, at most 2,000 code points. In the language `lang`. The conversation's texts are redacted already.
Draft WriteDraft(const Conversation& conversation, std::string_view reference,
                 const Phrases& phrases, std::string_view lang);

// What a program said, as far as a message quotes it: the text in quotation marks, or behind "napaka:".
std::vector<std::string> ProgramMessages(std::string_view text);

}  // namespace pomocnik::bot
