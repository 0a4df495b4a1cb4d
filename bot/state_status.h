// How the state is; for those who look after the service.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/histogram.h"

namespace pomocnik::bot {

struct StateStatus {
  std::int64_t used_bytes = 0;
  std::int64_t limit_bytes = 0;  // beyond it nothing more is saved
};

// What the one thread that writes has done since the start.
struct WriterCounters {
  std::uint64_t commits = 0;        // transactions
  std::uint64_t writes = 0;         // acknowledged
  std::uint64_t failed_writes = 0;  // tried, and not kept
  std::uint64_t refused_writes =
      0;                          // not tried: the queue was full or stuck, or the patience ended
  std::size_t queue_depth = 0;    // now
  Histogram::Counts commit_time;  // of transactions, failed ones too
};

}  // namespace pomocnik::bot
