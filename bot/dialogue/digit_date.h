// A date in digits.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pomocnik::bot {

struct DigitDate {
  int day = 0;    // 1 to 31
  int month = 0;  // 1 to 12
  std::optional<int> year;
  std::size_t end = 0;  // the byte behind it
};

// The date that begins at the byte: "23. 11. 2026", "23.11.", "23. 11", "23/11/2026", "2026-11-23". Absent
// when there is none or it looks like something else: a time ("ob 10.12"), an amount ("10.12 EUR"), a
// version ("6.12.015"). REQUIRES: a word begins at the byte.
std::optional<DigitDate> ReadDigitDate(std::string_view text, std::size_t begin);

}  // namespace pomocnik::bot
