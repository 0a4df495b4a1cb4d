#include "bot/http/staff/day_range.h"

#include <chrono>
#include <string>

#include "index/text/local_day.h"

namespace pomocnik::bot::http {
namespace {

using std::chrono::sys_days;

constexpr Date kFirst{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
constexpr Date kLast{std::chrono::year{2999}, std::chrono::December, std::chrono::day{31}};

std::optional<Refusal> ReadDay(const Request& request, std::string_view name, Date& day) {
  const auto text = request.FindQuery(name);
  if (!text) return std::nullopt;
  const auto given = ParseDate(*text);
  if (!given || *given < kFirst || *given > kLast) {
    return Refusal{Problem::kWrongField, std::string(name)};
  }
  day = *given;
  return std::nullopt;
}

}  // namespace

DayRange LastDays(Instant now, int days) {
  const Date today = index::LocalDay(now);
  return {Date(sys_days(today) - std::chrono::days(days - 1)), today};
}

std::optional<Refusal> ReadDayRange(const Request& request, DayRange& days) {
  if (auto wrong = ReadDay(request, "from", days.from)) return wrong;
  if (auto wrong = ReadDay(request, "to", days.to)) return wrong;
  if (days.to < days.from) return Refusal{Problem::kWrongField, "to"};
  return std::nullopt;
}

Instant BeginOf(const DayRange& days) {
  return index::FromLocalTime(days.from, std::chrono::minutes(0));
}

Instant EndOf(const DayRange& days) {
  return index::FromLocalTime(days.to, std::chrono::hours(24));
}

}  // namespace pomocnik::bot::http
