#include "kb/html/written_date.h"

#include <array>
#include <string>
#include <utility>

#include "kb/markdown/slug.h"

namespace pomocnik::kb::html {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Beginnings of the names of months, as Slug writes them. Those of Croatian that Slovene has with another meaning
// (listopad is October in Croatian) are the Croatian ones, since nobody uses the old Slovene names any more.
constexpr std::array<std::pair<std::string_view, unsigned>, 24> kMonths = {{
    {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},   {"maj", 5},     {"may", 5},
    {"jun", 6},  {"jul", 7},  {"avg", 8},  {"aug", 8},   {"sep", 9},     {"okt", 10},
    {"oct", 10}, {"nov", 11}, {"dec", 12}, {"sijec", 1}, {"veljac", 2},  {"ozuj", 3},
    {"trav", 4}, {"svib", 5}, {"lip", 6},  {"srp", 7},   {"kolovoz", 8}, {"ruj", 9},
}};

std::optional<unsigned> MonthNamed(std::string_view slug) {
  for (const auto& [beginning, month] : kMonths) {
    if (slug.starts_with(beginning)) return month;
  }
  if (slug.starts_with("listopad")) return 10;
  if (slug.starts_with("studen")) return 11;
  if (slug.starts_with("prosin")) return 12;
  return std::nullopt;
}

std::optional<Date> MakeDate(int year, unsigned month, unsigned day) {
  Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  bool is_sensible = date.ok() && year >= kFirstYear && year <= kLastYear;
  return is_sensible ? std::optional(date) : std::nullopt;
}

// Reads a date from one place of a text.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  std::optional<Date> Read() {
    if (text_.size() >= 10 && text_[4] == '-') return ParseDate(text_.substr(0, 10));
    auto day = Number(2);
    if (!day) return std::nullopt;
    bool has_dot = Skip('.');
    bool has_slash = !has_dot && Skip('/');
    SkipSpaces();
    auto month = has_dot || has_slash ? Number(2) : std::nullopt;
    if (month) {
      if (!Skip(has_dot ? '.' : '/')) return std::nullopt;
    } else if (!has_slash) {
      month = MonthName();
    }
    SkipSpaces();
    auto year = month ? Number(4) : std::nullopt;
    if (!year) return std::nullopt;
    return MakeDate(static_cast<int>(*year), *month, *day);
  }

 private:
  // At most `digits` of them; absent when there is none or more follow.
  std::optional<unsigned> Number(std::size_t digits) {
    unsigned number = 0;
    std::size_t length = 0;
    while (length < text_.size() && length <= digits && IsDigit(text_[length])) {
      number = number * 10 + static_cast<unsigned>(text_[length++] - '0');
    }
    if (length == 0 || length > digits) return std::nullopt;
    text_.remove_prefix(length);
    return number;
  }

  bool Skip(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  void SkipSpaces() {
    while (Skip(' ')) continue;
  }

  std::optional<unsigned> MonthName() {
    std::size_t end = text_.find_first_of(" ,.0123456789");
    std::string_view word = text_.substr(0, end);
    text_.remove_prefix(word.size());
    Skip('.');
    Skip(',');
    return MonthNamed(Slug(word));
  }

  std::string_view text_;
};

}  // namespace

std::optional<Date> FindDate(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool begins_number = IsDigit(text[at]) && (at == 0 || !IsDigit(text[at - 1]));
    if (!begins_number) continue;
    if (auto date = DateReader(text.substr(at)).Read()) return date;
  }
  return std::nullopt;
}

}  // namespace pomocnik::kb::html
