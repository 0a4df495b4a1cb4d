#include "bot/publishing/desk.h"

#include <array>

namespace pomocnik::bot::publishing {

std::string_view PhaseName(Phase phase) {
  constexpr std::array<std::string_view, 5> kNames = {"idle", "building", "checking", "ready",
                                                      "failed"};
  return kNames[static_cast<std::size_t>(phase)];
}

}  // namespace pomocnik::bot::publishing
