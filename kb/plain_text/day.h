// Days as exports and tables spell them. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb {

// "2026-11-23", also with a time behind it ("2026-11-23T08:00:00Z", "2026-11-23 08:00"), "23. 11. 2026", "23.11.2026",
// "23/11/2026". The day is taken as it is written, whatever the time zone. Absent for anything else, impossible days included.
std::optional<Date> ReadDay(std::string_view text);

}  // namespace pomocnik::kb
