#include "kb/html_help/files.h"

#include "kb/html_help/path.h"

namespace pomocnik::kb::html_help {

Files::Files(const std::vector<SourceDocument>& documents) {
  for (const SourceDocument& document : documents) {
    // As names, not as links: nothing in them is encoded.
    std::string path;
    for (const char c : document.address) {
      const char lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      path += c == '\\' ? '/' : lower;
    }
    files_.emplace(std::move(path), &document);
  }
}

const SourceDocument* Files::Find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second;
}

const SourceDocument* Files::FirstWithEnding(std::string_view ending) const {
  for (const auto& [path, document] : files_) {
    if (HasEnding(path, ending)) return document;
  }
  return nullptr;
}

}  // namespace pomocnik::kb::html_help
