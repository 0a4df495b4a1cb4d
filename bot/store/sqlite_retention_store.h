// Takes out of <data>/state.db what has been kept long enough.
#pragma once

#include "bot/retention.h"
#include "bot/store/writer.h"

namespace pomocnik::bot {

// The writer must outlive it.
class SqliteRetentionStore : public RetentionStore {
 public:
  explicit SqliteRetentionStore(Writer& writer) : writer_(writer) {}

  Result<std::int64_t> PurgeSome(const RetentionLimits& limits) override;
  Status Overwrite() override;

 private:
  Writer& writer_;
};

}  // namespace pomocnik::bot
