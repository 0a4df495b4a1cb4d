// The days that a staff page asks about: `from` and `to`, local days, both inclusive. Pure.
#pragma once

#include <optional>

#include "base/clock.h"
#include "bot/http/message.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

struct DayRange {
  Date from;
  Date to;
  bool operator==(const DayRange&) const = default;
};

// Today in Slovenia and the days before it.
DayRange LastDays(Instant now, int days);

// Leaves what is not given as it is. Refuses what is no day, what is before 2000 or after 2999, and a `to` before
// `from`; names the field.
std::optional<Refusal> ReadDayRange(const Request& request, DayRange& days);

Instant BeginOf(const DayRange& days);  // the midnight before the first day, in Slovenia
Instant EndOf(const DayRange& days);    // the midnight after the last

}  // namespace pomocnik::bot::http
