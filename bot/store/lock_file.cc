#include "bot/store/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace pomocnik::bot {
namespace {

// The process id in the file, as text; empty when there is none.
std::string ReadHolder(int descriptor) {
  std::array<char, 20> text{};
  const ssize_t count = ::pread(descriptor, text.data(), text.size(), 0);
  std::string holder(text.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
  return holder.substr(0, holder.find_first_not_of("0123456789"));
}

// The id is for people only, so a full disk is no reason to refuse the lock.
void NoteHolder(int descriptor) {
  const std::string holder = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) != 0) return;
  [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, holder.data(), holder.size(), 0);
}

}  // namespace

Result<LockFile> LockFile::Acquire(const std::string& path) {
  const std::string attempt = "cannot lock " + path;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
    return Error{code, attempt + ": " + std::strerror(errno)};
  }
  LockFile lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    NoteHolder(descriptor);
    return lock;
  }
  if (errno != EWOULDBLOCK) return Error::Unavailable(attempt + ": " + std::strerror(errno));
  return Error::Conflict(attempt + ": another process works on this data folder (process " +
                         ReadHolder(descriptor) + "); stop it first");
}

LockFile::LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockFile::~LockFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace pomocnik::bot
