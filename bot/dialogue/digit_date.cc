#include "bot/dialogue/digit_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace pomocnik::bot {
namespace {

// What stands before a number that is a time or a version, and behind one that is an amount or a time.
constexpr std::array<std::string_view, 6> kBefore = {"ob",      "at",      "verzija",
                                                     "verziji", "version", "ver"};
constexpr std::array<std::string_view, 8> kBehind = {"eur", "evr", "ur",  "h",
                                                     "min", "kg",  "kos", "%"};

// Walks along the text.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  char Next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // A number of `least` to `most` digits that ends there; steps behind it.
  std::optional<int> Number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    while (end < text_.size() && IsDigit(text_[end])) ++end;
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    int number = 0;
    for (; at_ < end; ++at_) number = number * 10 + (text_[at_] - '0');
    return number;
  }

  bool Skip(char expected) {
    if (Next() != expected) return false;
    ++at_;
    return true;
  }

  void SkipSpaces() {
    while (Next() == ' ') ++at_;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::optional<DigitDate> Checked(DigitDate date) {
  bool good = date.day >= 1 && date.day <= 31 && date.month >= 1 && date.month <= 12;
  return good ? std::optional(date) : std::nullopt;
}

// "2026-11-23", "2026-11-23T08:00".
std::optional<DigitDate> ReadYearFirst(Scanner scan) {
  auto year = scan.Number(4, 4);
  if (!year || !scan.Skip('-')) return std::nullopt;
  auto month = scan.Number(1, 2);
  if (!month || !scan.Skip('-')) return std::nullopt;
  auto day = scan.Number(1, 2);
  if (!day) return std::nullopt;
  return Checked({*day, *month, year, scan.at()});
}

std::optional<DigitDate> ReadWithSlashes(Scanner scan) {
  auto day = scan.Number(1, 2);
  if (!day || !scan.Skip('/')) return std::nullopt;
  auto month = scan.Number(1, 2);
  if (!month || !scan.Skip('/')) return std::nullopt;
  auto year = scan.Number(4, 4);
  if (!year) return std::nullopt;
  return Checked({*day, *month, year, scan.at()});
}

// The word before the byte, in lower case.
std::string WordBefore(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t from = end;
  while (from > 0 && text[from - 1] != ' ') --from;
  std::string word(text.substr(from, end - from));
  std::transform(word.begin(), word.end(), word.begin(), ToLower);
  return word;
}

bool IsAmountBehind(std::string_view text, std::size_t end) {
  Scanner scan(text, end);
  scan.SkipSpaces();
  std::string rest(text.substr(scan.at(), 4));
  std::transform(rest.begin(), rest.end(), rest.begin(), ToLower);
  if (rest.rfind("€", 0) == 0) return true;
  return std::any_of(kBehind.begin(), kBehind.end(), [&](std::string_view unit) {
    bool ends =
        rest.size() == unit.size() ||
        (rest.size() > unit.size() && !(rest[unit.size()] >= 'a' && rest[unit.size()] <= 'z'));
    return rest.rfind(unit, 0) == 0 && ends;
  });
}

std::optional<DigitDate> ReadWithDots(std::string_view text, std::size_t begin) {
  Scanner scan(text, begin);
  auto day = scan.Number(1, 2);
  if (!day || !scan.Skip('.')) return std::nullopt;
  scan.SkipSpaces();
  auto month = scan.Number(1, 2);
  if (!month) return std::nullopt;
  std::size_t behind_month = scan.at();
  if (!scan.Skip('.')) {
    std::string before = WordBefore(text, begin);
    bool time = std::find(kBefore.begin(), kBefore.end(), before) != kBefore.end();
    if (time || IsAmountBehind(text, behind_month)) return std::nullopt;
    return Checked({*day, *month, std::nullopt, behind_month});
  }
  std::size_t behind_dot = scan.at();
  scan.SkipSpaces();
  Scanner ahead = scan;
  if (auto year = ahead.Number(4, 4)) return Checked({*day, *month, year, ahead.at()});
  // "6.12.015" is a version; "23. 11. 8 ljudi" is a date.
  if (scan.at() == behind_dot && IsDigit(scan.Next())) return std::nullopt;
  return Checked({*day, *month, std::nullopt, behind_dot});
}

}  // namespace

std::optional<DigitDate> ReadDigitDate(std::string_view text, std::size_t begin) {
  if (auto date = ReadYearFirst(Scanner(text, begin))) return date;
  if (auto date = ReadWithSlashes(Scanner(text, begin))) return date;
  return ReadWithDots(text, begin);
}

}  // namespace pomocnik::bot
