#include "kb/import/file_finder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

bool IsBelow(const fs::path& path, const fs::path& folder) {
  auto [in_folder, in_path] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return in_folder == folder.end();
}

class Finder {
 public:
  Finder(const std::string& folder, std::string_view extension, Diagnostics& diagnostics)
      : folder_(folder), extension_(extension), diagnostics_(diagnostics) {}

  Result<std::vector<FoundFile>> Find() && {
    std::error_code error;
    root_ = fs::canonical(folder_, error);
    if (error) return Error::NotFound("cannot find the folder " + folder_ + ": " + error.message());
    if (!fs::is_directory(root_, error)) return Error::NotFound(folder_ + " is not a folder");
    if (error = List(folder_); error) {
      return Error::Unavailable("cannot read the folder " + folder_ + ": " + error.message());
    }
    while (!folders_.empty()) {
      fs::path next = std::move(folders_.back());
      folders_.pop_back();
      if (error = List(next); error) Fail(next, "cannot read the folder: " + error.message());
    }
    std::sort(files_.begin(), files_.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return std::move(files_);
  }

 private:
  std::error_code List(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) Consider(*entry);
    return error;
  }

  void Consider(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    if (path.filename().native().starts_with('.')) return;
    std::error_code error;
    bool is_link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (is_link) return Fail(path, "links to folders are not followed");
      folders_.push_back(path);
    } else if (extension_.empty() || path.extension() == extension_) {
      if (is_link && !IsBelow(fs::canonical(path, error), root_)) {
        return Fail(path, "links out of the folder are not followed");
      }
      AddFile(entry);
    }
  }

  void AddFile(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    std::error_code error;
    if (!IsValidUtf8(path.native())) {
      return Fail(path.parent_path(), "the name of a file in it is not UTF-8");
    }
    if (!entry.is_regular_file(error)) return Fail(path, "this is not a file");
    files_.push_back({path.native(), path.lexically_relative(folder_).generic_string()});
  }

  void Fail(const fs::path& path, std::string message) {
    diagnostics_.push_back({Severity::kError, path.native(), 0, std::move(message)});
  }

  const std::string& folder_;
  std::string_view extension_;
  Diagnostics& diagnostics_;
  fs::path root_;                  // without links
  std::vector<fs::path> folders_;  // not listed yet
  std::vector<FoundFile> files_;
};

}  // namespace

Result<std::vector<FoundFile>> FindFiles(const std::string& folder, std::string_view extension,
                                         Diagnostics& diagnostics) {
  return Finder(folder, extension, diagnostics).Find();
}

Result<std::string> ReadFile(const std::string& path, std::size_t limit) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return Error::Unavailable("cannot open " + path);
  std::string text;
  char buffer[16 * 1024];
  while (stream.read(buffer, sizeof buffer), stream.gcount() > 0) {
    text.append(buffer, static_cast<std::size_t>(stream.gcount()));
    if (text.size() > limit) {
      return Error::InvalidArgument(path + " is larger than " + std::to_string(limit) + " bytes");
    }
  }
  if (stream.bad()) return Error::Unavailable("cannot read " + path);
  return text;
}

}  // namespace pomocnik::kb
