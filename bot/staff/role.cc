#include "bot/staff/role.h"

#include <algorithm>
#include <cstddef>

namespace pomocnik::bot {
namespace {

constexpr std::array<std::string_view, kRoles.size()> kNames = {"viewer", "curator", "admin"};

}  // namespace

std::string_view RoleName(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<Role> ParseRole(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return kRoles[static_cast<std::size_t>(found - kNames.begin())];
}

}  // namespace pomocnik::bot
