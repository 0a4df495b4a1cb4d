// Search in one index file.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "index/search.h"

namespace pomocnik::index {

// Opens an index file that has been checked (index/fts/catalog.h). Keeps document frequencies, field lengths,
// titles and screens in memory; texts stay in the file.
Result<std::shared_ptr<const Searcher>> OpenSearcher(const std::string& path,
                                                     const std::string& version);

}  // namespace pomocnik::index
