// Files of a test's own folder, and when they are imported.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/clock.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::kb::testing {

inline const Instant kImportedAt = *ParseRfc3339("2026-11-26T10:00:00Z");

inline void WriteFile(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace pomocnik::kb::testing
