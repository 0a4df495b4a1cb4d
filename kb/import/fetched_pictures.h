// The pictures that fetched pages show: fetched in a process apart from this one, into files.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/import/import_options.h"
#include "kb/import/source_config.h"
#include "kb/import/source_files.h"
#include "kb/import/staging.h"

namespace pomocnik::kb {

// Of one import; a help site has some thousands.
inline constexpr std::size_t kMostFetchedPictures = 5'000;

struct FetchedPictures {
  std::vector<SourceFile>
      files;                // by the address that was asked for, in the staging's scratch folder
  Diagnostics diagnostics;  // why the others are not there
};

// Asks the source's hosts only. Once several in a row cannot be had, the rest is not asked for.
Result<FetchedPictures> FetchPictures(const SourceConfig& config, const Staging& staging,
                                      const std::set<std::string>& addresses,
                                      const SourceImportOptions& options);

}  // namespace pomocnik::kb
