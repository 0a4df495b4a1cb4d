#include "kb/archive/entry_name.h"

#include <algorithm>

#include "base/utf8.h"

namespace pomocnik::kb::archive {
namespace {

Error NotAllowed(const std::string& reason) { return Error::InvalidArgument(reason); }

bool HasControlCharacter(std::string_view name) {
  return std::any_of(name.begin(), name.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; });
}

}  // namespace

Result<std::string> CheckEntryName(std::string_view name) {
  if (name.size() > kMaxNameBytes) return NotAllowed("is longer than 255 bytes");
  if (!IsValidUtf8(name)) return NotAllowed("is not UTF-8");
  if (HasControlCharacter(name)) return NotAllowed("has control characters");
  if (name.find('\\') != std::string_view::npos) return NotAllowed("has a backslash");
  if (name.find(':') != std::string_view::npos) return NotAllowed("has a colon, as drives have");
  if (name.starts_with('/')) return NotAllowed("is absolute");

  std::string path;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    if (part == "..") return NotAllowed("leads out of the archive");
    if (part.empty() || part == ".") continue;
    if (!path.empty()) path += '/';
    path += part;
  }
  if (path.empty()) return NotAllowed("is empty");
  return path;
}

}  // namespace pomocnik::kb::archive
