#include "base/new_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace pomocnik {
namespace {

Error SystemError(const std::string& attempt, int number) {
  std::string message = attempt + ": " + std::strerror(number);
  if (number == ENOENT || number == ENOTDIR) return Error::NotFound(std::move(message));
  return Error::Unavailable(std::move(message));
}

// Runs `call` (int(int), 0 on success) on the opened file or folder. The outcome is 0 or an errno.
template <typename Call>
int WithOpened(const std::string& path, int flags, const Call& call) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int failure = call(descriptor) == 0 ? 0 : errno;
  if (::close(descriptor) != 0 && failure == 0) failure = errno;
  return failure;
}

int Sync(const std::string& path, int flags) { return WithOpened(path, flags, ::fsync); }

int WriteWhole(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0) return -1;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace

Result<NewFile> NewFile::Create(const std::string& path) {
  std::string draft = path + ".XXXXXX";
  const int descriptor = ::mkostemp(draft.data(), O_CLOEXEC);
  if (descriptor < 0) return SystemError("cannot create " + path, errno);
  // Not kept open: SQLite's locks on a file end when any descriptor of this process on it closes.
  ::close(descriptor);
  return NewFile(path, std::move(draft));
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)), draft_(std::exchange(other.draft_, std::string())) {}

NewFile::~NewFile() {
  if (!draft_.empty()) ::unlink(draft_.c_str());
}

Status NewFile::Write(std::string_view bytes) {
  const int failure = WithOpened(draft_, O_WRONLY | O_TRUNC,
                                 [bytes](int descriptor) { return WriteWhole(descriptor, bytes); });
  if (failure != 0) return SystemError("cannot write " + path_, failure);
  return {};
}

Status NewFile::Publish(Existing existing) {
  const std::string attempt = "cannot create " + path_;
  if (const int failure = Sync(draft_, O_RDONLY); failure != 0) {
    return SystemError(attempt, failure);
  }
  const unsigned flags = existing == Existing::kKeep ? RENAME_NOREPLACE : 0;
  if (::renameat2(AT_FDCWD, draft_.c_str(), AT_FDCWD, path_.c_str(), flags) != 0) {
    if (errno == EEXIST) return Error::Conflict(attempt + ": it exists already");
    return SystemError(attempt, errno);
  }
  draft_.clear();
  std::string folder = std::filesystem::path(path_).parent_path().string();
  if (folder.empty()) folder = ".";
  if (const int failure = Sync(folder, O_RDONLY | O_DIRECTORY); failure != 0) {
    return SystemError("cannot sync folder " + folder, failure);
  }
  return {};
}

}  // namespace pomocnik
