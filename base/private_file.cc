#include "base/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace pomocnik {
namespace {

// Closes when left.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

Result<std::optional<std::string>> ReadPrivateFile(const std::string& path, const std::string& name,
                                                   std::size_t limit) {
  const auto fail = [&](const std::string& why) {
    return Error::Internal("cannot read " + name + ": " + why);
  };
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    if (errno == ENOENT) return std::optional<std::string>();
    return fail(std::strerror(errno));
  }
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return fail(std::strerror(errno));
  if ((info.st_mode & 077) != 0) return fail("others may read it; run chmod 600 on it");
  std::string bytes;
  std::array<char, 4096> piece{};
  ssize_t count = 0;
  while ((count = ::read(file.number(), piece.data(), piece.size())) > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit) return fail("it is too large");
  }
  if (count < 0) return fail(std::strerror(errno));
  return std::optional<std::string>(std::move(bytes));
}

}  // namespace pomocnik
