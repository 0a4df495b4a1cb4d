// A date as people of a language write it. Pure, thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::bot {

// "22. 11. 2026", in Croatian "22. 11. 2026.", in English "2026-11-22".
std::string WrittenDate(Date date, std::string_view lang);

// With the day of the week: "nedelja, 22. 11. 2026".
std::string WrittenDay(Date date, std::string_view lang);

// "8.00", in English "8:00".
std::string WrittenTime(std::chrono::minutes since_midnight, std::string_view lang);

}  // namespace pomocnik::bot
