#include "bot/http/media.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "bot/http/refusal.h"
#include "kb/picture_type.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kHashDigits = 32;
constexpr std::size_t kLongestName = 255;

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

bool IsHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

bool IsMediaName(std::string_view name) {
  const bool is_sized = !name.empty() && name.size() <= kLongestName && name[0] != '.';
  return is_sized && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '_' || c == '-';
         });
}

bool IsMadeOfContent(std::string_view name) {
  const std::string_view stem = name.substr(0, name.find('.'));
  return stem.size() >= kHashDigits && std::all_of(stem.begin(), stem.end(), IsHexDigit);
}

std::optional<std::string> ReadAll(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (status.st_size <= 0 || status.st_size > static_cast<off_t>(kb::kMaxPictureBytes)) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t read = ::read(descriptor, bytes.data() + done, bytes.size() - done);
    if (read <= 0) return std::nullopt;
    done += static_cast<std::size_t>(read);
  }
  return bytes;
}

// Step by step, so that no link on the way is followed.
std::optional<std::string> ReadBelow(int folder, const std::vector<std::string>& names,
                                     std::size_t next) {
  const bool is_file = next + 1 == names.size();
  const int kind = is_file ? O_NONBLOCK : O_DIRECTORY;
  const Descriptor opened(
      ::openat(folder, names[next].c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind));
  if (opened.get() < 0) return std::nullopt;
  return is_file ? ReadAll(opened.get()) : ReadBelow(opened.get(), names, next + 1);
}

}  // namespace

std::optional<std::string> ReadMediaFile(const std::string& folder,
                                         const std::vector<std::string>& names) {
  const bool are_names = !names.empty() && std::all_of(names.begin(), names.end(), IsMediaName);
  if (folder.empty() || !are_names) return std::nullopt;
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0) return std::nullopt;
  return ReadBelow(opened.get(), names, 0);
}

Response ShowPicture(const std::string& folder, const Request& request) {
  auto bytes = ReadMediaFile(folder, request.path_parameters);
  const auto type = bytes ? kb::TypeOfPicture(*bytes) : std::nullopt;
  if (!type) return Refuse({Problem::kNotFound, ""}, request.language);
  Response response;
  response.content_type = kb::MediaType(*type);
  response.body = *std::move(bytes);
  if (IsMadeOfContent(request.path_parameters.back())) {
    response.headers.push_back({"Cache-Control", "public, max-age=31536000, immutable"});
  }
  return response;
}

}  // namespace pomocnik::bot::http
