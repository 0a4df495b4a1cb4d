// Times as tables spell them.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::bot {

// RFC 3339, or a day and perhaps a time in Slovenia: "2026-11-23", "2026-11-23 14:05", "23. 11. 2026 14:05:30",
// "23.11.2026". Absent for anything else, impossible days included.
std::optional<Instant> ReadTableTime(std::string_view text);

}  // namespace pomocnik::bot
