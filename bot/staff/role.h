// What a member of staff may do. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace pomocnik::bot {

// Each may do what those before it may.
enum class Role {
  kViewer,   // sees figures, questions and conversations
  kCurator,  // also changes articles, publishes, and erases conversations
  kAdmin,    // also sees the staff log and sets what the figures assume
};

inline constexpr std::array<Role, 3> kRoles = {Role::kViewer, Role::kCurator, Role::kAdmin};

std::string_view RoleName(Role role);  // "viewer", "curator", "admin"
std::optional<Role> ParseRole(std::string_view name);

}  // namespace pomocnik::bot
