// The table of contents of a .chm file, checked before a library is let at the file. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pomocnik::kb::html_help {

struct ChmEntry {
  std::string name;          // bytes as they are; files begin with '/'
  int section = 0;           // 0: as it lies there, 1: compressed
  std::uint64_t offset = 0;  // in the section
  std::uint64_t length = 0;
};

// Every entry, in the order of the table. kInvalidArgument: the bytes are no .chm, or something in the table leads out of the
// file, round in a circle or to what cannot be, in particular all that libchm takes on trust: lengths of names and pages, the
// sizes of compressed blocks, the section of an entry.
Result<std::vector<ChmEntry>> ReadChmDirectory(std::string_view bytes);

}  // namespace pomocnik::kb::html_help
