// A request for the portal, written from what is known. Pure.
#pragma once

#include <string>
#include <string_view>

#include "bot/dialogue/phrases.h"
#include "bot/dialogue/reply.h"

namespace pomocnik::bot {

// Subject, what was asked, and where: only what is known. Personal data is taken out, because the text is
// shown again, copied and stored. In the language `lang`.
std::string WriteDraft(const Question& question, const Phrases& phrases, std::string_view lang);

}  // namespace pomocnik::bot
