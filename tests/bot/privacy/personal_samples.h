// Personal data of nobody, made from what the standards say and apart from bot/privacy/check_digits.h, in
// sentences as people write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bot/privacy/dice.h"

namespace pomocnik::testing {

enum class Kind { kEmso, kTaxNumber, kIban, kCard, kEmail, kPhone };

struct Sample {
  std::string before;
  std::string value;  // the personal data as written
  std::string behind;
  std::string_view writing;  // how it is written: "line break"

  std::string Text() const { return before + value + behind; }
};

// The same samples for the same seed.
std::vector<Sample> MakeSamples(Kind kind, std::size_t count, std::uint64_t seed);

}  // namespace pomocnik::testing
