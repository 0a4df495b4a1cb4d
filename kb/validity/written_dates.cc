#include "kb/validity/written_dates.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pomocnik::kb {
namespace {

struct MonthName {
  std::string_view
      start;  // of the word, without marks; longer words may go on with one of the endings
  unsigned month;
};

// The cases of a month's name differ behind this.
constexpr std::array<MonthName, 31> kMonths = {{
    {"januar", 1},  {"sijec", 1},  {"february", 2}, {"februar", 2}, {"veljac", 2},
    {"marec", 3},   {"marc", 3},   {"mart", 3},     {"ozuj", 3},    {"april", 4},
    {"travnja", 4}, {"maj", 5},    {"may", 5},      {"svibnja", 5}, {"junij", 6},
    {"june", 6},    {"jun", 6},    {"lipnja", 6},   {"julij", 7},   {"july", 7},
    {"jul", 7},     {"srpnja", 7}, {"avgust", 8},   {"august", 8},  {"kolovoza", 8},
    {"septemb", 9}, {"rujna", 9},  {"oktob", 10},   {"octob", 10},  {"novemb", 11},
    {"decemb", 12},
}};
constexpr std::array<MonthName, 3> kOtherMonths = {
    {{"listopada", 10}, {"studenog", 11}, {"prosinca", 12}}};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

// Reads on from a place in the text, and goes nowhere when what is asked for is not there.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  // A number of `least` to `most` digits, all that there are.
  std::optional<int> Number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end]) && end - at_ <= most) {
      value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    at_ = end;
    return value;
  }

  bool Skip(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // Spaces, the one that does not break (U+00A0) among them.
  void SkipSpaces() {
    while (Skip(' ') || Skip('\n') || Skip('\t') || SkipWord("\xc2\xa0")) {
    }
  }

  std::optional<unsigned> Month() {
    std::size_t end = at_;
    while (end < text_.size() && IsLetter(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    const auto named = [&](const MonthName& name) {
      // "majhen" and "marcus" are no months.
      constexpr std::size_t kLongestEnding = 3;
      return word.starts_with(name.start) && word.size() <= name.start.size() + kLongestEnding;
    };
    const MonthName* found = std::find_if(kMonths.begin(), kMonths.end(), named);
    if (found == kMonths.end()) {
      found = std::find_if(kOtherMonths.begin(), kOtherMonths.end(), named);
      if (found == kOtherMonths.end()) return std::nullopt;
    }
    at_ = end;
    return found->month;
  }

 private:
  bool SkipWord(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::string_view text_;
  std::size_t at_;
};

std::optional<Date> MakeDate(int year, unsigned month, int day) {
  const Date date{std::chrono::year{year}, std::chrono::month{month},
                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

// "31. 12. 2026", "31. decembra 2026", "31 December 2026".
std::optional<Date> DayFirst(Cursor& cursor) {
  const auto day = cursor.Number(1, 2);
  if (!day) return std::nullopt;
  const bool dot = cursor.Skip('.');
  cursor.SkipSpaces();
  std::optional<unsigned> month = cursor.Month();
  if (!month) {
    const auto number = dot ? cursor.Number(1, 2) : std::nullopt;
    if (!number || !cursor.Skip('.')) return std::nullopt;
    month = static_cast<unsigned>(*number);
  }
  cursor.SkipSpaces();
  const auto year = cursor.Number(4, 4);
  if (!year) return std::nullopt;
  return MakeDate(*year, *month, *day);
}

// "2026-12-31".
std::optional<Date> YearFirst(Cursor& cursor) {
  const auto year = cursor.Number(4, 4);
  if (!year || !cursor.Skip('-')) return std::nullopt;
  const auto month = cursor.Number(2, 2);
  if (!month || !cursor.Skip('-')) return std::nullopt;
  const auto day = cursor.Number(2, 2);
  if (!day) return std::nullopt;
  return MakeDate(*year, static_cast<unsigned>(*month), *day);
}

// "December 31, 2026".
std::optional<Date> MonthFirst(Cursor& cursor) {
  const auto month = cursor.Month();
  if (!month) return std::nullopt;
  cursor.SkipSpaces();
  const auto day = cursor.Number(1, 2);
  if (!day || !cursor.Skip(',')) return std::nullopt;
  cursor.SkipSpaces();
  const auto year = cursor.Number(4, 4);
  if (!year) return std::nullopt;
  return MakeDate(*year, *month, *day);
}

// Whether a number or word can begin here.
bool IsStart(std::string_view text, std::size_t at) {
  if (!IsDigit(text[at]) && !IsLetter(text[at])) return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  const bool part_of_number = (before == '.' || before == '-') && at > 1 && IsDigit(text[at - 2]);
  return !IsDigit(before) && !IsLetter(before) && !part_of_number;
}

// The date that begins at a place; absent when none does.
std::optional<WrittenDate> DateAt(std::string_view plain, std::size_t at) {
  if (!IsStart(plain, at)) return std::nullopt;
  for (auto* read : {DayFirst, YearFirst, MonthFirst}) {
    Cursor cursor(plain, at);
    if (const auto date = read(cursor)) return WrittenDate{*date, at, cursor.at()};
  }
  return std::nullopt;
}

}  // namespace

std::vector<WrittenDate> FindDates(std::string_view plain) {
  std::vector<WrittenDate> dates;
  std::size_t at = 0;
  while (at < plain.size()) {
    const auto date = DateAt(plain, at);
    at = date ? date->end : at + 1;
    if (date) dates.push_back(*date);
  }
  return dates;
}

}  // namespace pomocnik::kb
