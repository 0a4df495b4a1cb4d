// Which of our languages a caller is spoken to in.
#pragma once

#include <optional>
#include <string_view>

namespace pomocnik::bot::http {

enum class Language { kSlovene, kEnglish, kCroatian };

std::string_view LanguageCode(Language language);  // "sl"
std::optional<Language> ParseLanguage(std::string_view code);

// "sl-SI" and "SL", too; Serbian and Bosnian readers get Croatian.
std::optional<Language> ReadLanguageTag(std::string_view tag);

// The language of an Accept-Language header that we speak and that the caller likes best. Slovene when there is
// none.
Language PreferredLanguage(std::string_view accept_language);

}  // namespace pomocnik::bot::http
