#include "bot/http/language.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace pomocnik::bot::http {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "q=0.8" in thousandths; 1000 when nothing readable is given.
int Quality(std::string_view parameter) {
  parameter = Trim(parameter);
  if (parameter.substr(0, 2) != "q=") return 1000;
  int thousandths = 0;
  int unit = 1000;
  for (const char c : parameter.substr(2, 5)) {
    if (c == '.') continue;
    if (c < '0' || c > '9') return 1000;
    thousandths += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(thousandths, 1000);
}

}  // namespace

std::string_view LanguageCode(Language language) {
  switch (language) {
    case Language::kSlovene:
      return "sl";
    case Language::kEnglish:
      return "en";
    case Language::kCroatian:
      return "hr";
  }
  return "sl";
}

std::optional<Language> ParseLanguage(std::string_view code) {
  if (code == "sl") return Language::kSlovene;
  if (code == "en") return Language::kEnglish;
  if (code == "hr") return Language::kCroatian;
  return std::nullopt;
}

std::optional<Language> ReadLanguageTag(std::string_view tag) {
  std::string primary(Trim(tag.substr(0, tag.find('-'))));
  for (char& c : primary) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (primary == "sr" || primary == "bs" || primary == "sh") return Language::kCroatian;
  return ParseLanguage(primary);
}

Language PreferredLanguage(std::string_view accept_language) {
  Language best = Language::kSlovene;
  int best_quality = 0;
  while (!accept_language.empty()) {
    const std::size_t comma = std::min(accept_language.find(','), accept_language.size());
    const std::string_view entry = accept_language.substr(0, comma);
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    const std::size_t semicolon = std::min(entry.find(';'), entry.size());
    const auto language = ReadLanguageTag(entry.substr(0, semicolon));
    const int quality = semicolon < entry.size() ? Quality(entry.substr(semicolon + 1)) : 1000;
    if (!language || quality <= best_quality) continue;
    best = *language;
    best_quality = quality;
  }
  return best;
}

}  // namespace pomocnik::bot::http
