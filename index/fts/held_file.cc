#include "index/fts/held_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "index/fts/manifest.h"

namespace pomocnik::index {
namespace {

// Negative when it cannot be told.
std::int64_t SizeOf(int descriptor) {
  struct stat state {};
  return ::fstat(descriptor, &state) == 0 ? static_cast<std::int64_t>(state.st_size) : -1;
}

}  // namespace

Result<HeldFile> HeldFile::Open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return OpenError(path);
  HeldFile file(descriptor);
  // The cleaner holds its lock for a moment only, so waiting is short.
  if (::flock(descriptor, LOCK_SH) != 0) {
    return Error::Unavailable("cannot lock " + path + ": " + std::strerror(errno));
  }
  file.size_ = SizeOf(descriptor);
  return file;
}

HeldFile::HeldFile(HeldFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

HeldFile::~HeldFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status HeldFile::CheckSize() const {
  const std::int64_t size = SizeOf(descriptor_);
  if (size == size_) return {};
  return Error::Unavailable("the index file had " + std::to_string(size_) + " bytes, now it has " +
                            std::to_string(size));
}

HeldFile::Held HeldFile::IsHeld(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return errno == ENOENT ? Held::kNo : Held::kYes;
  const Held held = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? Held::kNo : Held::kYes;
  ::close(descriptor);
  return held;
}

}  // namespace pomocnik::index
