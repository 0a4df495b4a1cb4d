// Files of a test's own folder, and when they are imported.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/clock.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::kb::testing {

inline const Instant kImportedAt = *ParseRfc3339("2026-11-26T10:00:00Z");

inline void WriteFile(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// Empty when there is none.
inline std::string ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace pomocnik::kb::testing
