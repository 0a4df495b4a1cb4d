// Days as pages write them.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb::html {

// The first day in a text: 2024-03-12 (with or without a time), 12. 3. 2024, 12.03.2024, 12/03/2024, 12. marec 2024 (in Slovene,
// Croatian or English, any case of the month). Absent when there is none; impossible days are skipped.
std::optional<Date> FindDate(std::string_view text);

}  // namespace pomocnik::kb::html
