// A few connections for reading while the writer writes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Opens connections as they are needed and keeps them; one that failed is closed, and the next read opens
// another. Thread-safe.
class ReaderPool {
 public:
  ReaderPool(std::string path, std::size_t limit) : path_(std::move(path)), limit_(limit) {}

  // Runs `read` (Result<T>(sqlite::Database&)) on a connection, after waiting for a free one. `read` is
  // interrupted after a second; whatever goes wrong is kUnavailable.
  template <typename Read>
  std::invoke_result_t<const Read&, sqlite::Database&> Run(const Read& read) {
    auto database = Borrow();
    if (!database) return Error::Unavailable("read state: " + database.error().message);
    auto result = read(*database);
    if (!result) {
      Drop();
      return Error::Unavailable("read state: " + result.error().message);
    }
    Return(std::move(*database));
    return result;
  }

 private:
  Result<sqlite::Database> Borrow();
  void Return(sqlite::Database database);
  void Drop();  // gives back the place of a connection that is no more

  const std::string path_;
  const std::size_t limit_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable returned_;
  std::vector<sqlite::Database> idle_;
  std::size_t borrowed_ = 0;
};

}  // namespace pomocnik::bot
