#include "bot/eligibility/named_days.h"

namespace pomocnik::bot {

// The "anonymous Gregorian algorithm": Nature 13 (1876), 487; J. Meeus, Astronomical Algorithms,
// chapter 8, whose letters these are.
Date EasterSunday(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, std::chrono::month{static_cast<unsigned>(n / 31)},
          std::chrono::day{static_cast<unsigned>(n % 31 + 1)}};
}

std::optional<Date> DateIn(std::chrono::year year, const kb::NamedDay& day) {
  const int y = static_cast<int>(year);
  if ((day.from_year && y < *day.from_year) || (day.to_year && y > *day.to_year)) {
    return std::nullopt;
  }
  if (day.fixed) return Date{year, day.fixed->month(), day.fixed->day()};
  return Date{std::chrono::sys_days{EasterSunday(year)} + std::chrono::days{day.after_easter}};
}

}  // namespace pomocnik::bot
