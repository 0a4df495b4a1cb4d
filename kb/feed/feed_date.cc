#include "kb/feed/feed_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/ascii.h"

namespace pomocnik::kb::feed {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

// Takes the next word off the text.
std::string_view TakeWord(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kWhiteSpace));
  text.remove_prefix(word.size());
  return word;
}

std::optional<int> Number(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc() || end != word.data() + word.size() || value < 0) {
    return std::nullopt;
  }
  return value;
}

std::optional<unsigned> Month(std::string_view word) {
  std::string start(word.substr(0, 3));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = std::find(kMonths.begin(), kMonths.end(), start);
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

}  // namespace

std::optional<Date> ParseFeedDate(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  if (const auto date = ParseDate(text.substr(0, 10))) return date;
  std::string_view word = TakeWord(text);
  if (word.ends_with(',')) word = TakeWord(text);
  const auto day = Number(word);
  const auto month = Month(TakeWord(text));
  const std::string_view year_word = TakeWord(text);
  const auto year = Number(year_word);
  if (!day || !month || !year || (year_word.size() != 2 && year_word.size() != 4)) {
    return std::nullopt;
  }
  // RFC 2822, 4.3.
  const int century = year_word.size() == 4 ? 0 : *year < 50 ? 2000 : 1900;
  const Date date{std::chrono::year{century + *year}, std::chrono::month{*month},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace pomocnik::kb::feed
