// Which of our languages a caller is spoken to in.
#pragma once

#include <optional>
#include <string_view>

namespace pomocnik::bot::http {

enum class Language { kSlovene, kEnglish, kCroatian };

std::string_view LanguageCode(Language language);  // "sl"
std::optional<Language> ParseLanguage(std::string_view code);

// The language of an Accept-Language header that we speak and that the caller likes best; Serbian and
// Bosnian readers get Croatian. Slovene when there is none.
Language PreferredLanguage(std::string_view accept_language);

}  // namespace pomocnik::bot::http
