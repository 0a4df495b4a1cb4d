// Dates in running text. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace pomocnik::kb {

struct WrittenDate {
  Date date;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  bool operator==(const WrittenDate&) const = default;
};

// The dates in a text, in order: "31. 12. 2026", "31.12.2026", "31. decembra 2026" (Slovene, Croatian, Serbian, English),
// "December 31, 2026", "2026-12-31". A date without its year is none. `plain` is what PlainLetters (base/latin.h) makes of a text.
std::vector<WrittenDate> FindDates(std::string_view plain);

}  // namespace pomocnik::kb
