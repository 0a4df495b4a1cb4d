#include "kb/plain_text/day.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace pomocnik::kb {
namespace {

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

// Takes a number of at most `digits` digits, and then what parts it from the next.
std::optional<int> TakeNumber(std::string_view& text, std::size_t digits) {
  const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
  if (size == 0 || size > digits) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + size, number);
  text.remove_prefix(size);
  return number;
}

bool TakeMark(std::string_view& text, char mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(1);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return true;
}

std::optional<Date> ReadDayFirst(std::string_view text, char mark) {
  const auto day = TakeNumber(text, 2);
  if (!day || !TakeMark(text, mark)) return std::nullopt;
  const auto month = TakeNumber(text, 2);
  if (!month || !TakeMark(text, mark)) return std::nullopt;
  if (text.size() != 4) return std::nullopt;
  const auto year = TakeNumber(text, 4);
  if (!year || !text.empty()) return std::nullopt;
  const Date date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Date> ReadDay(std::string_view text) {
  constexpr std::size_t kIsoDay = 10;
  text = Trimmed(text);
  if (text.size() > kIsoDay && (text[kIsoDay] == 'T' || text[kIsoDay] == ' ')) {
    if (const auto date = ParseDate(text.substr(0, kIsoDay))) return date;
  }
  if (const auto date = ParseDate(text)) return date;
  if (const auto date = ReadDayFirst(text, '.')) return date;
  return ReadDayFirst(text, '/');
}

}  // namespace pomocnik::kb
