// Work beside a running server.
#pragma once

#include <sys/resource.h>

namespace pomocnik::bot::commands {

// From here on, this thread and those that it begins leave the processor to who answers visitors. Where that is not possible
// they work all the same.
inline void StandBack() {
  constexpr int kNiceness = 10;
  ::setpriority(PRIO_PROCESS, 0, kNiceness);
}

}  // namespace pomocnik::bot::commands
