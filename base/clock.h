// Time as the program sees it: always passed in, never read from a global.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pomocnik {

// A point in time, UTC, in milliseconds. The only type for instants inside the program.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// A calendar day without a time zone (an article's `updated`).
using Date = std::chrono::year_month_day;

class Clock {
 public:
  virtual ~Clock() = default;
  // Both are thread-safe.
  virtual Instant Now() const = 0;
  // For limits and durations: never set back, and without a meaning outside the process.
  virtual std::chrono::steady_clock::time_point SteadyNow() const = 0;
};

class SystemClock : public Clock {
 public:
  Instant Now() const override;
  std::chrono::steady_clock::time_point SteadyNow() const override;
};

// Since 1970, as files and databases keep an instant.
constexpr std::int64_t Milliseconds(Instant instant) { return instant.time_since_epoch().count(); }
constexpr Instant ToInstant(std::int64_t milliseconds) {
  return Instant(std::chrono::milliseconds(milliseconds));
}

// "2026-11-23T15:00:00.000Z".
std::string FormatRfc3339(Instant instant);

// Reads RFC 3339 with `Z` or a numeric offset, with or without a fraction of a second (cut to
// milliseconds). Absent for anything else, impossible dates included.
std::optional<Instant> ParseRfc3339(std::string_view text);

// "2026-11-23".
std::string FormatDate(Date date);

// Reads "2026-11-23". Absent for anything else, impossible dates included.
std::optional<Date> ParseDate(std::string_view text);

}  // namespace pomocnik
