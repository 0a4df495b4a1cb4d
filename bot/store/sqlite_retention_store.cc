#include "bot/store/sqlite_retention_store.h"

#include <memory>

#include "bot/store/purge.h"

namespace pomocnik::bot {

Result<std::int64_t> SqliteRetentionStore::PurgeSome(const RetentionLimits& limits) {
  // Shared, because the write may outlast this call: see Writer.
  const auto deleted = std::make_shared<std::int64_t>(0);
  RETURN_IF_ERROR(writer_.Write([limits, deleted](sqlite::Database& database) -> Status {
    ASSIGN_OR_RETURN(*deleted, DeleteSomeBeyond(database, limits));
    return {};
  }));
  return *deleted;
}

Status SqliteRetentionStore::Overwrite() {
  return writer_.WriteAndOverwrite([](sqlite::Database&) { return Status(); });
}

}  // namespace pomocnik::bot
