// Which of the versions of a data folder is served: the newest that has its manifest in place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace pomocnik::index {

// A version that can be put into service.
struct KeptVersion {
  std::string version;
  std::int64_t articles = 0;
  std::optional<Instant> made_at;  // absent when its name does not tell
  // Withdrawn: it is newer than the one in service, and was rolled back.
  enum class Standing { kPublished, kWithdrawn } standing = Standing::kPublished;
};

// Newest first; those without a readable manifest are left out.
std::vector<KeptVersion> ListKeptVersions(const std::string& folder);

// Makes a kept version the one that is served: brings its manifest back if it was withdrawn, then withdraws the newer ones,
// the newest last, so that a crash at any moment leaves either the old or the new one in service. A withdrawn version
// loses nothing and can be put into service again. kNotFound: there is no such version. kInternal: it could not be served; the
// message says why, and nothing changes.
Status PutIntoService(const std::string& folder, const std::string& version);

// Moves a version to another folder of the same disk, its manifest last. kUnavailable when the disk is full, kNotFound when it
// is not there, else kInternal; then the other folder has no new version.
Status MoveVersion(const std::string& from, const std::string& to, const std::string& version);

}  // namespace pomocnik::index
