#include "index/fts/service.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "index/fts/catalog.h"
#include "index/fts/durable_files.h"
#include "index/fts/manifest.h"

namespace pomocnik::index {
namespace {

bool Holds(const std::vector<std::string>& versions, const std::string& version) {
  return std::find(versions.begin(), versions.end(), version) != versions.end();
}

void AddKept(const std::string& folder, const std::vector<std::string>& versions,
             KeptVersion::Standing standing, std::vector<KeptVersion>& kept) {
  for (const std::string& version : versions) {
    const auto manifest = ReadManifest(folder, version);
    if (!manifest) continue;
    kept.push_back({version, manifest->articles, TimeOfVersion(version), standing});
  }
}

}  // namespace

std::vector<KeptVersion> ListKeptVersions(const std::string& folder) {
  std::vector<KeptVersion> kept;
  AddKept(folder, ListVersions(folder), KeptVersion::Standing::kPublished, kept);
  AddKept(folder, ListWithdrawn(folder), KeptVersion::Standing::kWithdrawn, kept);
  std::sort(kept.begin(), kept.end(), [](const KeptVersion& one, const KeptVersion& other) {
    return one.version > other.version;
  });
  return kept;
}

Status PutIntoService(const std::string& folder, const std::string& version) {
  const bool withdrawn = Holds(ListWithdrawn(folder), version);
  if (!withdrawn && !Holds(ListVersions(folder), version)) {
    return Error::NotFound("no version " + version + " in " + folder);
  }
  RETURN_IF_ERROR(CheckVersion(folder, version));
  if (withdrawn) {
    RETURN_IF_ERROR(Rename(WithdrawnFile(folder, version), ManifestFile(folder, version)));
  }
  std::vector<std::string> newer = ListVersions(folder);
  std::erase_if(newer, [&](const std::string& other) { return other <= version; });
  std::reverse(newer.begin(), newer.end());
  for (const std::string& other : newer) {
    RETURN_IF_ERROR(Rename(ManifestFile(folder, other), WithdrawnFile(folder, other)));
  }
  return Sync(folder);
}

Status MoveVersion(const std::string& from, const std::string& to, const std::string& version) {
  if (!Holds(ListVersions(from), version)) {
    return Error::NotFound("no version " + version + " in " + from);
  }
  std::error_code error;
  std::filesystem::create_directories(to, error);
  if (error) return Error::Internal("cannot make " + to + ": " + error.message());
  RETURN_IF_ERROR(Rename(IndexFile(from, version), IndexFile(to, version)));
  RETURN_IF_ERROR(Sync(to));
  RETURN_IF_ERROR(Rename(ManifestFile(from, version), ManifestFile(to, version)));
  RETURN_IF_ERROR(Sync(to));
  return Sync(from);
}

}  // namespace pomocnik::index
