// On which date a day that has a name falls.
#pragma once

#include <chrono>
#include <optional>

#include "base/clock.h"
#include "kb/policy/support_hours.h"

namespace pomocnik::bot {

// Of the Gregorian calendar.
Date EasterSunday(std::chrono::year year);

// Absent in a year in which the day is not so.
std::optional<Date> DateIn(std::chrono::year year, const kb::NamedDay& day);

}  // namespace pomocnik::bot
