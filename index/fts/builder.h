// A library -> a new index version on disk.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/library.h"

namespace pomocnik::index {

struct BuildOptions {
  std::string folder;  // of the index versions; made when it does not exist
  // Called after each article with (articles done, articles).
  std::function<void(std::size_t, std::size_t)> on_progress = [](std::size_t, std::size_t) {};
  std::stop_token stop = {};  // ends the build, which then is kUnavailable
};

struct BuildSummary {
  std::string version;
  std::int64_t articles = 0;
  std::int64_t passages = 0;
  std::uint64_t bytes = 0;
  kb::Diagnostics diagnostics;  // of the lexicon
  kb::Diagnostics copies;       // articles that repeat another one, which is found in their place
};

// Writes the index file aside, syncs it, writes its manifest and renames both into place, manifest last, so
// that a crash at any moment leaves the old versions as they were. Old versions are then removed
// (RemoveOldVersions in index/fts/catalog.h). kUnavailable when the disk is full, else kInternal.
Result<BuildSummary> BuildIndex(const kb::Library& library, const BuildOptions& options,
                                const Clock& clock);

}  // namespace pomocnik::index
