// Stretches of days that figures are told for. Days are those of the calendar in Slovenia. Pure.
#pragma once

#include "base/clock.h"

namespace pomocnik::bot::deflection {

// Both ends are part of it. REQUIRES, wherever one is passed: from <= to.
struct Period {
  Date from;
  Date to;
  bool operator==(const Period&) const = default;
};

int DaysIn(const Period& period);

// As many days right before it.
Period PreviousOf(const Period& period);

// The last `days` days that are over, as of `today`. REQUIRES: days > 0.
Period LastFullDays(Date today, int days);

// The first day of the week (ISO 8601) that the day lies in.
Date MondayOf(Date day);

Date DayAfter(Date day);

}  // namespace pomocnik::bot::deflection
