// Days as people write them. Pure.
#pragma once

#include <cstddef>
#include <optional>
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

// The dates in a text, in order: "31. 12. 2026", "31.12.2026", "31/12/2026", "31. decembra 2026", "31 Dec 2026" (Slovene, Croatian,
// Serbian, English), "December 31, 2026", "2026-12-31" with or without a time. A date without its year is none, nor is an impossible
// one or one of a year that nobody writes articles about. REQUIRES: IsValidUtf8(text).
std::vector<WrittenDate> FindDates(std::string_view text);

// The first of them. REQUIRES: IsValidUtf8(text).
std::optional<Date> FindDate(std::string_view text);

// The date that a text is, as cells of tables and fields of exports hold it: nothing else, but for spaces around it and a time of
// the day behind it ("2026-11-23T08:00:00Z", "2026-11-23 08:00"). The day is taken as it is written, whatever the time zone.
// REQUIRES: IsValidUtf8(text).
std::optional<Date> ReadDate(std::string_view text);

// What stands before a place in its sentence, or in its line; of a long one the last part.
// REQUIRES: IsValidUtf8(text), position is where a character of it begins.
std::string_view SentenceBefore(std::string_view text, std::size_t position);

}  // namespace pomocnik::kb
