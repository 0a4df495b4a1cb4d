// An index file that is in use.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace pomocnik::index {

// Keeps the file from being cleaned away (a shared lock on it, which only IsHeld looks at), and notices when
// somebody cuts it off. Move-only; thread-safe.
class HeldFile {
 public:
  // kNotFound: there is no such file. kUnavailable: it cannot be opened now.
  static Result<HeldFile> Open(const std::string& path);

  HeldFile(HeldFile&& other) noexcept;
  HeldFile& operator=(HeldFile&&) = delete;
  ~HeldFile();

  // kUnavailable when the file no longer has the size it was opened with: SQLite reads zeros where its last
  // page was. To be asked after reading. One system call.
  Status CheckSize() const;

  // Whether any process holds the file. A file that cannot be asked is taken for held.
  enum class Held { kNo, kYes };
  static Held IsHeld(const std::string& path);

 private:
  explicit HeldFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;  // -1 once moved from
  std::int64_t size_ = 0;
};

}  // namespace pomocnik::index
