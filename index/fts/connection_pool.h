// The open connections of an index version.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "index/fts/held_file.h"
#include "index/sqlite/database.h"

namespace pomocnik::index {

// Connections to one immutable file, each used by one thread at a time. As many as a small machine works with at
// once are opened with it, so that no question waits for that, and are kept; more are opened when needed.
// Thread-safe.
class ConnectionPool {
 public:
  static Result<std::unique_ptr<ConnectionPool>> Open(const std::string& path);

  // With our tokenizer and collect() registered. kUnavailable: the file is gone; whoever asks should come again,
  // to another version.
  Result<sqlite::Database> Take();

  // After an error what was read with the connection does not count. A connection that failed is not given
  // back.
  Status Return(sqlite::Database database);

 private:
  ConnectionPool(std::string path, HeldFile file);
  Result<sqlite::Database> Connect() const;

  const std::string path_;
  const HeldFile file_;
  std::mutex mutex_;
  std::vector<sqlite::Database> idle_;
};

}  // namespace pomocnik::index
