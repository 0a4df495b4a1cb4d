// Days as a test writes them.
#pragma once

#include "base/clock.h"

namespace pomocnik::testing {

// REQUIRES: `text` is a date, as in "2026-11-23".
inline Date Day(const char* text) { return ParseDate(text).value(); }

}  // namespace pomocnik::testing
