#include "kb/newsletter/masthead.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/latin.h"
#include "kb/dates/written_dates.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::newsletter {
namespace {

bool IsSmallLetter(char c) { return c >= 'a' && c <= 'z'; }

// The number that stands right behind a place, dots and spaces apart.
std::optional<int> NumberAt(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostDigits = 5;
  while (at < text.size() && (text[at] == '.' || text[at] == ' ' || text[at] == ':')) ++at;
  std::size_t end = at;
  int number = 0;
  while (end < text.size() && IsDigit(text[end]) && end - at < kMostDigits) {
    number = number * 10 + (text[end++] - '0');
  }
  const bool longer = end < text.size() && (IsDigit(text[end]) || IsSmallLetter(text[end]));
  if (end == at || longer || number == 0) return std::nullopt;
  return number;
}

}  // namespace

std::optional<int> FindIssueNumber(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords = {"st", "stevilka", "stev",  "izdaja", "broj",
                                                      "br", "no",       "issue", "number"};
  const std::string plain = PlainLetters(text);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (!IsSmallLetter(plain[at]) || (at > 0 && IsSmallLetter(plain[at - 1]))) continue;
    const auto end =
        static_cast<std::size_t>(std::find_if_not(plain.begin() + static_cast<std::ptrdiff_t>(at),
                                                  plain.end(), IsSmallLetter) -
                                 plain.begin());
    const std::string_view word = std::string_view(plain).substr(at, end - at);
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) continue;
    if (const auto number = NumberAt(plain, end)) return number;
  }
  return std::nullopt;
}

std::optional<Date> FindIssueDate(std::string_view text) { return FindDate(text); }

bool IsFoot(std::string_view paragraph) {
  constexpr std::array<std::string_view, 15> kPhrases = {
      "odjava-od-e-novic",     "odjava-od-obvestil",    "odjavite-od",
      "odjavite-se-od",        "odjava-s-popisa",       "novice-ste-prejeli",
      "sporocilo-ste-prejeli", "obvestilo-ste-prejeli", "ne-zelite-vec-prejemati",
      "vse-pravice-pridrzane", "sva-prava-pridrzana",   "all-rights-reserved",
      "unsubscribe",           "you-received-this",     "you-are-receiving-this"};
  if (paragraph.starts_with("©")) return true;
  const std::string slug = Slug(paragraph);
  if (slug == "odjava" || slug == "odjavi-me") return true;
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
    return slug.find(phrase) != std::string::npos;
  });
}

}  // namespace pomocnik::kb::newsletter
