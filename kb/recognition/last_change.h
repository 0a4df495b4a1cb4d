// When an article says it was written. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"
#include "kb/recognition/guess.h"

namespace pomocnik::kb::recognition {

// "Objavljeno: 23. 11. 2026", "Posodobljeno 23.11.2026", "Verzija 2018.09.001 z dne 20.07.2018". Absent when nothing says so.
// REQUIRES: IsValidUtf8(text).
std::optional<Guess<Date>> FindLastChange(std::string_view text);

}  // namespace pomocnik::kb::recognition
