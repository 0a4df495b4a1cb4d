// The data files of the tree's knowledge base, as they travel in an index version.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kb/library.h"
#include "tests/support/files.h"

namespace pomocnik::testing {

inline std::vector<kb::DataFile> ReadDataFiles() {
  const std::filesystem::path root = POMOCNIK_SOURCE_DIR "/kb";
  std::vector<kb::DataFile> files;
  for (const char* folder : {"lexicon", "phrases", "policy"}) {
    for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
      if (entry.path().extension() != ".yaml") continue;
      files.push_back(
          {std::filesystem::relative(entry.path(), root).generic_string(), ReadFile(entry.path())});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

// REQUIRES: there is one of this name.
inline kb::DataFile DataFileOfTheTree(std::string_view name) {
  auto files = ReadDataFiles();
  return *std::find_if(files.begin(), files.end(),
                       [&](const kb::DataFile& file) { return file.name == name; });
}

}  // namespace pomocnik::testing
