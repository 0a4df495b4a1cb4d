// A file of the knowledge base that a person changes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::kb {

// The text of a file; empty when there is none. kInvalidArgument: it is no UTF-8 or larger than 2 MB.
Result<std::string> ReadEditable(const std::string& path);

// Puts `now` in the place of a file that was read as `was`, in one step and on disk for good; an empty `was` is a file that
// was not there. The file keeps its mode; a new one may be read by all. kConflict: somebody has changed it meanwhile, and it
// stays so. kUnavailable: it cannot be written.
Status ReplaceFile(const std::string& path, std::string_view was, std::string_view now);

// Tells one content from another: 16 hex digits.
std::string RevisionOf(std::string_view text);

}  // namespace pomocnik::kb
