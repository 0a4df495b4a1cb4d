#include "kb/recognition/written_date.h"

#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;
constexpr std::size_t kLongestMonth = 16;  // bytes

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct MonthName {
  std::string_view
      name;  // as Slug writes it: of four letters and more the beginning, of three all of it
  unsigned month;
};

// Slovene and Serbian, English, Croatian. "listopad" is October in Croatian and November in a Slovene that nobody writes any more.
constexpr auto kMonths = std::to_array<MonthName>({
    {"jan", 1},     {"janu", 1},    {"feb", 2},     {"febr", 2},   {"mar", 3},  {"marec", 3},
    {"marc", 3},    {"mart", 3},    {"apr", 4},     {"apri", 4},   {"maj", 5},  {"maja", 5},
    {"maju", 5},    {"may", 5},     {"jun", 6},     {"juni", 6},   {"june", 6}, {"juna", 6},
    {"jul", 7},     {"juli", 7},    {"july", 7},    {"jula", 7},   {"avg", 8},  {"avgu", 8},
    {"aug", 8},     {"augu", 8},    {"sep", 9},     {"sept", 9},   {"okt", 10}, {"okto", 10},
    {"oct", 10},    {"octo", 10},   {"nov", 11},    {"novem", 11}, {"dec", 12}, {"dece", 12},
    {"sijec", 1},   {"veljac", 2},  {"ozuj", 3},    {"trav", 4},   {"svib", 5}, {"lipa", 6},
    {"lipn", 6},    {"srpa", 7},    {"srpn", 7},    {"kolo", 8},   {"ruja", 9}, {"rujn", 9},
    {"listop", 10}, {"studen", 11}, {"prosin", 12},
});

std::optional<unsigned> MonthNamed(std::string_view word) {
  const std::string slug = Slug(word);
  for (const auto& [name, month] : kMonths) {
    if (slug == name || (name.size() > 3 && slug.starts_with(name))) return month;
  }
  return std::nullopt;
}

class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text), size_(text.size()) {}

  std::optional<WrittenDate> Read() {
    if (rest_.empty()) return std::nullopt;
    return IsDigit(rest_[0]) ? ReadDigits() : ReadMonthFirst();
  }

 private:
  std::optional<WrittenDate> ReadDigits() {
    if (rest_.size() >= 10 && rest_[4] == '-') return ReadIso();
    const auto day = Number(2);
    if (!day) return std::nullopt;
    const bool has_slash = Skip('/');
    const bool has_dot = !has_slash && Skip('.');
    if (!has_slash) SkipSpaces();
    if (const auto month = Number(2)) {
      if (!Skip(has_slash ? '/' : '.') || (!has_slash && !has_dot)) return std::nullopt;
      if (!has_slash) SkipSpaces();
      return Year(*month, *day);
    }
    const auto month = has_slash ? std::nullopt : Month();
    if (!month) return std::nullopt;
    SkipSpaces();
    return Year(*month, *day);
  }

  std::optional<WrittenDate> ReadIso() {
    const auto date = ParseDate(rest_.substr(0, 10));
    if (!date) return std::nullopt;
    rest_.remove_prefix(10);
    return At(*date);
  }

  std::optional<WrittenDate> ReadMonthFirst() {
    const auto month = Month();
    if (!month) return std::nullopt;
    SkipSpaces();
    const auto day = Number(2);
    if (!day || !Skip(',')) return std::nullopt;
    SkipSpaces();
    return Year(*month, *day);
  }

  std::optional<WrittenDate> Year(unsigned month, unsigned day) {
    const auto year = Number(4);
    if (!year) return std::nullopt;
    return At(Date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(month),
                   std::chrono::day(day)});
  }

  std::optional<WrittenDate> At(Date date) const {
    const int year = static_cast<int>(date.year());
    if (!date.ok() || year < kFirstYear || year > kLastYear) return std::nullopt;
    return WrittenDate{date, size_ - rest_.size()};
  }

  // At most `digits` of them; absent, and nothing taken, when there is none or more follow.
  std::optional<unsigned> Number(std::size_t digits) {
    unsigned number = 0;
    std::size_t length = 0;
    while (length < rest_.size() && length <= digits && IsDigit(rest_[length])) {
      number = number * 10 + static_cast<unsigned>(rest_[length++] - '0');
    }
    if (length == 0 || length > digits) return std::nullopt;
    rest_.remove_prefix(length);
    return number;
  }

  std::optional<unsigned> Month() {
    std::string_view word = rest_.substr(0, kLongestMonth);
    word = word.substr(0, word.find_first_of(" ,.\n0123456789"));
    if (!IsValidUtf8(word)) return std::nullopt;
    const auto month = MonthNamed(word);
    if (!month) return std::nullopt;
    rest_.remove_prefix(word.size());
    Skip('.');
    return month;
  }

  bool Skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void SkipSpaces() {
    while (Skip(' ') || rest_.starts_with("\u00a0")) {
      if (rest_.starts_with("\u00a0")) rest_.remove_prefix(2);
    }
  }

  std::string_view rest_;
  std::size_t size_;
};

}  // namespace

std::optional<WrittenDate> ReadDate(std::string_view text, std::size_t position) {
  auto date = DateReader(text.substr(position)).Read();
  if (date) date->end += position;
  return date;
}

}  // namespace pomocnik::kb::recognition
