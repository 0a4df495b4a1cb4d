// Files below a folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/diagnostic.h"

namespace pomocnik::kb {

struct FoundFile {
  std::string path;  // to open it by, beginning with the folder as it was given
  std::string name;  // relative to the folder, '/' as separator
};

// The regular files below `folder` whose names end in `extension` (".md"; empty: all), by name. Leaves out hidden files
// and folders, linked folders, and links to files outside; what cannot be read below `folder` is an error in
// `diagnostics`. Fails when `folder` itself is no folder or cannot be read.
Result<std::vector<FoundFile>> FindFiles(const std::string& folder, std::string_view extension,
                                         Diagnostics& diagnostics);

// The whole content. Fails when the file cannot be read or is larger than `limit` bytes.
Result<std::string> ReadFile(const std::string& path, std::size_t limit);

}  // namespace pomocnik::kb
