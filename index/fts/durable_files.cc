#include "index/fts/durable_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace pomocnik::index {

Error FailureOf(const std::string& attempt) {
  std::string message = "cannot " + attempt + ": " + std::strerror(errno);
  return errno == ENOSPC ? Error::Unavailable(message) : Error::Internal(message);
}

Status Sync(const std::string& path) {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return FailureOf("open " + path);
  int failed = ::fsync(descriptor);
  ::close(descriptor);
  return failed == 0 ? Status() : FailureOf("sync " + path);
}

Status Rename(const std::string& from, const std::string& to) {
  return std::rename(from.c_str(), to.c_str()) == 0 ? Status() : FailureOf("rename " + from);
}

}  // namespace pomocnik::index
