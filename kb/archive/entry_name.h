// What the entries of an archive may be called. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::kb::archive {

inline constexpr std::size_t kMaxNameBytes = 255;

// The name as a path below the archive, with '/' between its parts: "./" and repeated slashes are left out. kInvalidArgument
// with the reason: empty, longer than kMaxNameBytes, not UTF-8, with control characters (U+0000 among them), a backslash or a
// colon, absolute, or with a part "..".
Result<std::string> CheckEntryName(std::string_view name);

}  // namespace pomocnik::kb::archive
