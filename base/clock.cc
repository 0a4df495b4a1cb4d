#include "base/clock.h"

#include <cstdio>

namespace pomocnik {
namespace {

// The number written by exactly `count` digits at `position`, or absent.
std::optional<int> Digits(std::string_view text, std::size_t position, std::size_t count) {
  if (position + count > text.size()) return std::nullopt;
  int value = 0;
  for (char c : text.substr(position, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool CharAt(std::string_view text, std::size_t position, char expected) {
  return position < text.size() && text[position] == expected;
}

// The offset from UTC written at the end of an RFC 3339 time: "Z", "+01:00" or "-05:30".
std::optional<std::chrono::minutes> ParseOffset(std::string_view text) {
  if (text == "Z" || text == "z") return std::chrono::minutes{0};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  auto hours = Digits(text, 1, 2);
  auto minutes = Digits(text, 4, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  std::chrono::minutes offset{*hours * 60 + *minutes};
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

Instant SystemClock::Now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::steady_clock::time_point SystemClock::SteadyNow() const {
  return std::chrono::steady_clock::now();
}

std::string FormatDate(Date date) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto year = Digits(text, 0, 4);
  auto month = Digits(text, 5, 2);
  auto day = Digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
            std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string FormatRfc3339(Instant instant) {
  auto day = std::chrono::floor<std::chrono::days>(instant);
  std::chrono::hh_mm_ss time{instant - day};
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%03dZ",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return FormatDate(Date{day}) + buffer;
}

std::optional<Instant> ParseRfc3339(std::string_view text) {
  if (text.size() < 20) return std::nullopt;
  auto date = ParseDate(text.substr(0, 10));
  auto hours = Digits(text, 11, 2);
  auto minutes = Digits(text, 14, 2);
  auto seconds = Digits(text, 17, 2);
  bool separators = (text[10] == 'T' || text[10] == 't') && text[13] == ':' && text[16] == ':';
  if (!date || !hours || !minutes || !seconds || !separators) return std::nullopt;
  if (*hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;

  std::size_t position = 19;
  int milliseconds = 0;
  if (CharAt(text, position, '.')) {
    int weight = 100;
    std::size_t first = ++position;
    for (; position < text.size() && text[position] >= '0' && text[position] <= '9'; ++position) {
      milliseconds += weight * (text[position] - '0');
      weight /= 10;
    }
    if (position == first) return std::nullopt;
  }
  auto offset = ParseOffset(text.substr(position));
  if (!offset) return std::nullopt;
  return std::chrono::sys_days{*date} + std::chrono::hours{*hours} +
         std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds} +
         std::chrono::milliseconds{milliseconds} - *offset;
}

}  // namespace pomocnik
