// A fresh folder of a test's own, removed with all that is in it.
#pragma once

#include <stdlib.h>

#include <cassert>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace pomocnik::testing {

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pomocnik-test-XXXXXX").string();
    [[maybe_unused]] const char* made = mkdtemp(name.data());
    assert(made != nullptr);
    path_ = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // The path of a file in the folder; the file is not made.
  std::string File(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace pomocnik::testing
