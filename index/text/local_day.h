// Which day and time it is for our users.
#pragma once

#include <chrono>

#include "base/clock.h"

namespace pomocnik::index {

// What calendar and clock on the wall show in Europe/Ljubljana.
struct LocalTime {
  Date day;
  std::chrono::milliseconds since_midnight{0};  // as the clock shows it; less than 24 hours
};

// Thread-safe, and so are the others.
LocalTime ToLocalTime(Instant instant);

// The calendar day in Europe/Ljubljana. Validity of articles changes at its midnight.
Date LocalDay(Instant instant);

// When the clock shows that time. Of an hour that comes twice in autumn the later one; in the hour that is left
// out in spring, "02:30" is half an hour after 02:00 would have been. 24 hours are the end of the day.
// REQUIRES: day.ok().
Instant FromLocalTime(Date day, std::chrono::minutes since_midnight);

}  // namespace pomocnik::index
