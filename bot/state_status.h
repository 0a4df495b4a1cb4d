// How the state is; for those who look after the service.
#pragma once

#include <cstdint>

namespace pomocnik::bot {

struct StateStatus {
  std::int64_t used_bytes = 0;
  std::int64_t limit_bytes = 0;  // beyond it nothing more is saved
};

}  // namespace pomocnik::bot
