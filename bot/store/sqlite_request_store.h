// Requests that were really filed, in <data>/state.db.
#pragma once

#include <cstdint>
#include <vector>

#include "bot/request_store.h"
#include "bot/store/writer.h"

namespace pomocnik::bot {

// Writes some requests at a time, so that visitors need not wait for a whole file. The writer must outlive it.
class SqliteRequestStore : public RequestStore {
 public:
  SqliteRequestStore(Writer& writer, std::int64_t limit_bytes)
      : writer_(writer), limit_bytes_(limit_bytes) {}

  Result<ImportCounts> ImportRequests(const std::vector<FiledRequest>& requests) override;

 private:
  Writer& writer_;
  const std::int64_t limit_bytes_;
};

}  // namespace pomocnik::bot
