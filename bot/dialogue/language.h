// Which of our languages a message is written in.
#pragma once

#include <string_view>

namespace pomocnik::bot {

// "sl", "en" or "hr", by function words and letters that only one of them has; when nothing tells (a product
// name, a single noun), that of the conversation so far. Serbian in Latin letters counts as "hr". Pure.
// REQUIRES: valid UTF-8.
std::string_view DetectLanguage(std::string_view text, std::string_view so_far = "sl");

}  // namespace pomocnik::bot
