// What became of the index versions that were found; for those who look after the service.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace pomocnik::bot {

// A version that is there but is not served, and why.
struct RefusedVersion {
  std::string version;
  std::string reason;
};

struct IndexStatus {
  std::vector<RefusedVersion> refused;       // at present; newest first
  std::uint64_t swaps = 0;                   // versions taken into service since the start
  std::uint64_t refusals = 0;                // since the start
  std::chrono::milliseconds last_opening{};  // of the version that was taken into service last
  std::optional<Instant> served_since;       // absent when none is served
};

}  // namespace pomocnik::bot
