// The files in a .chm.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/imported.h"

namespace pomocnik::kb::html_help {

// Well above what a help has.
struct ChmLimits {
  std::size_t packed_bytes = 128 * 1024 * 1024;
  std::size_t files = 20'000;
  std::size_t file_bytes = 32 * 1024 * 1024;
  std::size_t total_bytes = 192 * 1024 * 1024;
  unsigned cpu_seconds = 10;
};

// The files of a .chm by their names, without the slash at the beginning, and of what the compiler made "#SYSTEM", "#STRINGS" and
// "#IVB"; names are as those of an archive's entries (kb/archive/entry_name.h), and a file whose name is not allowed is left
// out. kInvalidArgument with the reason: no .chm, damaged, beyond the limits. The library that unpacks trusts the compressed
// bytes too much, so it runs in a process of its own for that long; whatever becomes of it, here it is an error.
Result<std::vector<SourceDocument>> OpenChm(std::string_view bytes, const ChmLimits& limits = {});

}  // namespace pomocnik::kb::html_help
