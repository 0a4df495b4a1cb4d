// Redaction of what visitors write. Input: eight bytes of which a number is made, then the text around it.
#include <array>
#include <cstdint>

#include "bot/privacy/redaction.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

std::string Padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// The personal numbers below are made from what the standards say, apart from bot/privacy/check_digits.h.

// A birthday of 1950 to 1999 or 2000 to 2049, a register of 10 to 99, three digits, the check digit.
std::string MakeEmso(std::uint64_t seed) {
  const std::uint64_t year = (950 + seed / 7 % 100) % 1000;
  for (std::uint64_t serial = seed % 1000;; serial = (serial + 1) % 1000) {
    const std::string digits = Padded(seed % 28 + 1, 2) + Padded(seed / 28 % 12 + 1, 2) +
                               Padded(year, 3) + Padded(10 + seed / 336 % 90, 2) +
                               Padded(serial, 3);
    constexpr std::array<int, 12> kWeights = {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i) sum += kWeights[i] * (digits[i] - '0');
    const int check = 11 - sum % 11;
    if (check != 10) return digits + std::to_string(check % 11);
  }
}

// "SI56", a bank, an account and the two digits that make the whole 1 modulo 97 (S = 28, I = 18).
std::string MakeIban(std::uint64_t seed) {
  const std::uint64_t account = 1'000'000'000'000 + seed % 8'999'999'999'999;
  const std::uint64_t check = 98 - account * 100 % 97;
  return "SI56" + Padded(account * 100 + check, 15);
}

std::string MakeCard(std::uint64_t seed) {
  std::string digits = "4" + Padded(seed % 100'000'000'000'000, 14);
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const int value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return digits + std::to_string((10 - sum % 10) % 10);
}

std::string MakePersonal(std::uint64_t seed) {
  switch (seed % 4) {
    case 0:
      return MakeEmso(seed / 4);
    case 1:
      return MakeIban(seed / 4);
    case 2:
      return MakeCard(seed / 4);
    default:
      return "ana." + std::to_string(seed / 4) + "@example.si";
  }
}

void CheckIdempotence(std::string_view text) {
  const bot::Redaction once = bot::Redact(text);
  Require(IsValidUtf8(once.text), "redacted text is UTF-8");
  Require(once.found.empty() == (once.text == text),
          "a text changes exactly when something is found");
  const bot::Redaction twice = bot::Redact(once.text);
  Require(twice.text == once.text && twice.found.empty(), "redacting twice changes nothing");
}

// In any surroundings; a line end or a sentence of its own keeps them from being a part of the number.
void CheckSurvivors(const std::string& personal, std::string_view before, std::string_view behind) {
  const std::string own_line = std::string(before) + "\n" + personal + "\n" + std::string(behind);
  Require(bot::Redact(own_line).text.find(personal) == std::string::npos,
          "no personal number on a line of its own survives");
  const std::string sentence =
      std::string(before) + ". Pošljite na " + personal + ", prosim. " + std::string(behind);
  Require(bot::Redact(sentence).text.find(personal) == std::string::npos,
          "no personal number in a sentence of its own survives");
}

}  // namespace

void RunInput(std::string_view input) {
  std::uint64_t seed = 0;
  for (int i = 0; i < 8 && !input.empty(); ++i) {
    seed = seed << 8 | static_cast<unsigned char>(input.front());
    input.remove_prefix(1);
  }
  const std::string text = Utf8Of(input);
  CheckIdempotence(text);
  const std::string_view before = TruncateCodePoints(text, CountCodePoints(text) / 2);
  const std::string personal = MakePersonal(seed);
  if (text.find(personal) != std::string::npos) return;  // may be a part of a longer number there
  CheckSurvivors(personal, before, std::string_view(text).substr(before.size()));
}

}  // namespace pomocnik::fuzz
