// How long what is known of visitors is kept. What staff did is kept as bot/staff_log.h says.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/result.h"

namespace pomocnik::bot {

struct RetentionRules {
  std::chrono::days texts{90};      // conversations, and the texts of imported requests
  std::chrono::days events{30};     // what happened, one by one
  std::chrono::days episodes{800};  // the ledger and the counts by day
  bool operator==(const RetentionRules&) const = default;
};

// What is older than these goes. Days are those of the calendar in Slovenia.
struct RetentionLimits {
  Instant texts;
  Instant events;
  Instant episodes;
  std::string episodes_day;  // "2026-11-26": the day of `episodes`
  bool operator==(const RetentionLimits&) const = default;
};

RetentionLimits LimitsAt(Instant now, const RetentionRules& rules);

// Thread-safe.
class RetentionStore {
 public:
  virtual ~RetentionStore() = default;

  // Takes out a part of what is beyond the limits, small enough that whoever else writes hardly waits, and returns how
  // many rows: fewer than before when the end is near, 0 when nothing is left. kUnavailable: the state cannot be
  // written just now.
  virtual Result<std::int64_t> PurgeSome(const RetentionLimits& limits) = 0;

  // Overwrites what was taken out. kUnavailable: somebody reads; ask again.
  virtual Status Overwrite() = 0;
};

}  // namespace pomocnik::bot
