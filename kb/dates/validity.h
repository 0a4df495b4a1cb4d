// From when until when a text says that something holds. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb {

struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;  // the last day
  std::string evidence;    // the words that say so
  bool operator==(const Validity&) const = default;
};

// Which sentences count: those of news and of law are about what they tell; of other texts only those about the text itself do
// ("Navodilo velja do …"), since a rate of interest may have been in force until last year.
enum class Holding { kAnything, kTextItself };

// Reads "velja od 1. 1. 2026 do 31. 12. 2026", "valid until 30 June 2026": a date behind a word for "from" or "until" in a sentence that
// speaks of holding or, of anything, of a deadline. Of several ends the last one counts, and of several beginnings the earliest,
// since what still holds must not be hidden. Absent when the text says neither. REQUIRES: IsValidUtf8(text).
std::optional<Validity> FindValidity(std::string_view text, Holding holding);

}  // namespace pomocnik::kb
