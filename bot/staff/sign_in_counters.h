// How signing in goes, since the start; for those who look after the service.
#pragma once

#include <atomic>
#include <cstdint>

namespace pomocnik::bot {

struct SignInCounters {
  std::atomic<std::uint64_t> signed_in{0};
  std::atomic<std::uint64_t> refused{0};     // the name, the password or the code was wrong
  std::atomic<std::uint64_t> locked_out{0};  // too many tries before
  std::atomic<std::uint64_t> busy{0};        // too many passwords were being checked
};

}  // namespace pomocnik::bot
