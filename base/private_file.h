// A file that nobody else may read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/result.h"

namespace pomocnik {

// The whole of it; absent when there is no such file. `name` says in errors what could not be read. kInternal: it cannot be
// read, has more than `limit` bytes, or others may read it.
Result<std::optional<std::string>> ReadPrivateFile(const std::string& path, const std::string& name,
                                                   std::size_t limit);

}  // namespace pomocnik
