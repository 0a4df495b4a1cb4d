#include "bot/deflection/holdout.h"

#include <charconv>
#include <cstdint>

namespace pomocnik::bot::deflection {
namespace {

constexpr std::size_t kDigits = 13;  // as many bits as a double holds
constexpr double kAll = static_cast<double>(std::uint64_t{1} << (4 * kDigits));

}  // namespace

Arm DrawArm(std::string_view digest, double share) {
  if (share <= 0) return Arm::kNone;
  std::uint64_t drawn = 0;
  std::from_chars(digest.data(), digest.data() + kDigits, drawn, 16);
  return static_cast<double>(drawn) / kAll < share ? Arm::kHeld : Arm::kShown;
}

}  // namespace pomocnik::bot::deflection
