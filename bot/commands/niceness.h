// How far the work of the server stands back.
#pragma once

namespace pomocnik::bot::commands {

// For setpriority: answers go first.
inline constexpr int kNiceness = 10;

}  // namespace pomocnik::bot::commands
