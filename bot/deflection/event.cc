#include "bot/deflection/event.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pomocnik::bot::deflection {
namespace {

constexpr std::array<std::string_view, 13> kKindNames = {
    "visit",         "question", "choice",  "view",       "vote",      "draft",    "draft_copied",
    "portal_opened", "return",   "request", "suggestion", "f1_opened", "f1_missed"};
constexpr std::array<std::string_view, 3> kArmNames = {"", "shown", "held"};

}  // namespace

std::string_view KindName(EventKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<EventKind> ParseKind(std::string_view name) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<EventKind>(found - kKindNames.begin());
}

std::string_view ArmName(Arm arm) { return kArmNames[static_cast<std::size_t>(arm)]; }

Arm ParseArm(std::string_view name) {
  const auto found = std::find(kArmNames.begin(), kArmNames.end(), name);
  return found == kArmNames.end() ? Arm::kNone : static_cast<Arm>(found - kArmNames.begin());
}

}  // namespace pomocnik::bot::deflection
