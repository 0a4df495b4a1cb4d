// Dates as feeds and mails write them. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb::feed {

// The day that is written, whatever the time and its zone: "Thu, 05 Jun 2025 23:30:00 +0200" (RFC 822, with or without the day
// of the week, years of two digits too) or "2025-06-05T23:30:00+02:00" (RFC 3339, or the day alone). Absent for anything else.
std::optional<Date> ParseFeedDate(std::string_view text);

}  // namespace pomocnik::kb::feed
