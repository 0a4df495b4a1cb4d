#include "index/text/local_day.h"

#include <unicode/timezone.h>

#include <memory>

namespace pomocnik::index {
namespace {

enum class Clock { kUtc, kWall };

// How far the wall clock is ahead of UTC at a time that one of them shows.
std::chrono::milliseconds Offset(std::chrono::milliseconds since_epoch, Clock shown_by) {
  static const std::unique_ptr<const icu::TimeZone> kZone(
      icu::TimeZone::createTimeZone("Europe/Ljubljana"));
  std::int32_t raw_offset = 0;
  std::int32_t summer_offset = 0;
  UErrorCode status = U_ZERO_ERROR;
  kZone->getOffset(static_cast<UDate>(since_epoch.count()), shown_by == Clock::kWall ? 1 : 0,
                   raw_offset, summer_offset, status);
  return std::chrono::milliseconds{raw_offset + summer_offset};
}

}  // namespace

LocalTime ToLocalTime(Instant instant) {
  auto local = instant + Offset(instant.time_since_epoch(), Clock::kUtc);
  auto day = std::chrono::floor<std::chrono::days>(local);
  return {Date{day}, local - day};
}

Date LocalDay(Instant instant) { return ToLocalTime(instant).day; }

Instant FromLocalTime(Date day, std::chrono::minutes since_midnight) {
  Instant wall = std::chrono::sys_days{day} + since_midnight;
  return wall - Offset(wall.time_since_epoch(), Clock::kWall);
}

}  // namespace pomocnik::index
