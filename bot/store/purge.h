// Takes out what has been kept long enough.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "bot/retention.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Takes out a few rows of each kind that are beyond the limits, and returns how many. REQUIRES: a transaction of the
// only writer is open.
Result<std::int64_t> DeleteSomeBeyond(sqlite::Database& database, const RetentionLimits& limits);

}  // namespace pomocnik::bot
