// Chance that falls the same way on every machine: a test that fails does so again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::testing {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  // 0 to `sides` − 1. std::uniform_int_distribution differs between libraries.
  std::size_t Roll(std::size_t sides) { return static_cast<std::size_t>(engine_() % sides); }

  template <typename Choices>
  auto Pick(const Choices& choices) {
    return choices[Roll(choices.size())];
  }

  std::string Digits(std::size_t count) {
    std::string digits;
    while (digits.size() < count) digits += static_cast<char>('0' + Roll(10));
    return digits;
  }

  // A number from `least` to `most`, with leading zeros up to `width`.
  std::string Number(std::size_t least, std::size_t most, std::size_t width = 1) {
    std::string number = std::to_string(least + Roll(most - least + 1));
    return std::string(width - std::min(width, number.size()), '0') + number;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace pomocnik::testing
