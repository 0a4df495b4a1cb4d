// The index versions of a data folder.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/fts/manifest.h"
#include "index/search.h"

namespace pomocnik::index {

// A version that is there but must not be served, and why.
struct Refusal {
  std::string version;
  std::string reason;
};

// Names of the published versions, newest first. Empty when the folder does not exist or holds none.
std::vector<std::string> ListVersions(const std::string& folder);

// Names of the versions that were taken out of service (index/fts/service.h), newest first.
std::vector<std::string> ListWithdrawn(const std::string& folder);

// The manifest of a version, in service or withdrawn. kNotFound, kUnavailable: its file cannot be read. kInternal: it is none.
Result<Manifest> ReadManifest(const std::string& folder, const std::string& version);

// Whether a version's manifest fits the program, and its file the manifest. The message says what is wrong.
Status CheckVersion(const std::string& folder, const std::string& version);

// Bytes of a version's index file, by its directory entry alone. kNotFound: there is none. kUnavailable: it
// cannot be told.
Result<std::uint64_t> FileSize(const std::string& folder, const std::string& version);

// Removes what is older than the three newest sound versions, and of the withdrawn ones what is older than three of them.
// Damaged ones among those do not count and stay to be looked at; one that is in use stays however old it is. Reads those
// versions to judge them.
void RemoveOldVersions(const std::string& folder);

// Opens one version after checking its manifest (schema, analysis), size and SHA-256: of 100 single-bit
// errors in an index file, SQLite's own checks see none. The error's message is the reason of the refusal; its
// code is kNotFound or kUnavailable when the files could not be read, and trying again may help.
Result<std::shared_ptr<const Searcher>> OpenVersion(const std::string& folder,
                                                    const std::string& version);

// Opens the newest version that is sound; those that were passed over are added to `refusals`. kNotFound when
// there is none; the message says what to do.
Result<std::shared_ptr<const Searcher>> OpenNewest(const std::string& folder,
                                                   std::vector<Refusal>& refusals);

}  // namespace pomocnik::index
