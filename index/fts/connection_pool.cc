#include "index/fts/connection_pool.h"

#include <utility>

#include "index/fts/collector.h"
#include "index/fts/token_stream.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kIdleConnections = 4;

}  // namespace

Result<std::unique_ptr<ConnectionPool>> ConnectionPool::Open(const std::string& path) {
  ASSIGN_OR_RETURN(auto file, HeldFile::Open(path));
  std::unique_ptr<ConnectionPool> pool(new ConnectionPool(path, std::move(file)));
  for (std::size_t i = 0; i < kIdleConnections; ++i) {
    ASSIGN_OR_RETURN(auto database, pool->Connect());
    pool->idle_.push_back(std::move(database));
  }
  return pool;
}

ConnectionPool::ConnectionPool(std::string path, HeldFile file)
    : path_(std::move(path)), file_(std::move(file)) {}

Result<sqlite::Database> ConnectionPool::Take() {
  {
    std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      sqlite::Database database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  auto database = Connect();
  if (!database) return Error::Unavailable(database.error().message);
  return database;
}

Status ConnectionPool::Return(sqlite::Database database) {
  RETURN_IF_ERROR(file_.CheckSize());
  std::lock_guard lock(mutex_);
  if (idle_.size() < kIdleConnections) idle_.push_back(std::move(database));
  return {};
}

Result<sqlite::Database> ConnectionPool::Connect() const {
  ASSIGN_OR_RETURN(auto database, sqlite::Database::Open(path_, sqlite::OpenMode::kImmutable));
  RETURN_IF_ERROR(RegisterTokenizer(database));
  RETURN_IF_ERROR(RegisterCollect(database));
  return database;
}

}  // namespace pomocnik::index
