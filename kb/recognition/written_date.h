// Days as articles write them. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb::recognition {

struct WrittenDate {
  Date date;
  std::size_t end = 0;  // the byte behind it
};

// The day that begins at the byte: "2026-11-23", "23. 11. 2026", "23.11.2026", "23/11/2026", "23. november 2026", "23. novembra 2026",
// "23. studenog 2026.", "23 November 2026", "November 23, 2026". Absent when there is none or it is impossible.
std::optional<WrittenDate> ReadDate(std::string_view text, std::size_t position);

}  // namespace pomocnik::kb::recognition
