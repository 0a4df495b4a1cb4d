// Keeps a second process away from a data folder.
#pragma once

#include <string>

#include "base/result.h"

namespace pomocnik::bot {

// An exclusive lock that its holder keeps until the end of its life; the system lifts it when the process
// dies. The file stays, and holds the process id of the last holder. Move-only.
class LockFile {
 public:
  // Makes the file when it does not exist. kConflict at once when another process, or another LockFile of
  // this one, holds the lock; the message names it.
  static Result<LockFile> Acquire(const std::string& path);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&&) = delete;
  ~LockFile();

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;  // -1 once moved from
};

}  // namespace pomocnik::bot
