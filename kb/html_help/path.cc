#include "kb/html_help/path.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ascii.h"

namespace pomocnik::kb::html_help {
namespace {

std::optional<int> HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// '%20' as a space; '%' before anything else stays.
std::string Decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = i + 2 < text.size() && text[i] == '%' ? HexDigit(text[i + 1]) : std::nullopt;
    const auto low = high ? HexDigit(text[i + 2]) : std::nullopt;
    out += low ? static_cast<char>(*high * 16 + *low) : text[i];
    if (low) i += 2;
  }
  return out;
}

// The path with "." and ".." resolved; empty when it leads above the root.
std::string Normalised(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return {};
    } else {
      parts.pop_back();
    }
  }
  std::string normalised;
  for (const std::string_view part : parts)
    normalised += (normalised.empty() ? "" : "/") + std::string(part);
  return normalised;
}

}  // namespace

Target ResolveTarget(std::string_view folder, std::string_view written) {
  Target target;
  const std::size_t hash = std::min(written.find('#'), written.size());
  target.anchor = written.substr(std::min(hash + 1, written.size()));
  std::string path = Decoded(written.substr(0, hash));
  std::replace(path.begin(), path.end(), '\\', '/');
  const std::size_t in_chm = path.find("::");
  if (in_chm != std::string::npos) {
    path.erase(0, in_chm + 2);
    folder = {};
  }
  if (path.empty() || path.find(':') != std::string::npos || path.find('\0') != std::string::npos)
    return target;
  if (path.starts_with('/')) folder = {};
  target.file = LowerCase(Normalised(std::string(folder) + path));
  return target;
}

std::string FolderOf(std::string_view file) {
  return std::string(file.substr(0, file.rfind('/') + 1));
}

bool HasEnding(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         LowerCase(name.substr(name.size() - ending.size())) == ending;
}

}  // namespace pomocnik::kb::html_help
