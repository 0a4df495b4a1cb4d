#include "index/fts/catalog.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "index/fts/held_file.h"
#include "index/fts/searcher.h"
#include "index/text/analyzer.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kKeptVersions = 3;

enum class Sound { kNo, kYes };

// A version that cannot be judged now is not one to rely on.
Sound IsSound(const std::string& folder, const std::string& version) {
  return CheckVersion(folder, version) ? Sound::kYes : Sound::kNo;
}

// Names of the files with this ending, newest first.
std::vector<std::string> List(const std::string& folder, std::string_view ending) {
  std::vector<std::string> versions;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ending) continue;
    std::string version = entry.path().stem().string();
    if (!version.empty() && version[0] != '.') versions.push_back(version);
  }
  std::sort(versions.begin(), versions.end(), std::greater<>());
  return versions;
}

// Removes those behind the newest sound ones.
void RemoveOld(const std::string& folder, const std::vector<std::string>& versions) {
  std::size_t sound = 0;
  for (const std::string& version : versions) {
    if (sound < kKeptVersions) {
      if (IsSound(folder, version) == Sound::kYes) ++sound;
      continue;
    }
    if (HeldFile::IsHeld(IndexFile(folder, version)) == HeldFile::Held::kYes) continue;
    // A version that cannot be removed now is removed after the next build.
    std::error_code ignored;
    std::filesystem::remove(ManifestFile(folder, version), ignored);
    std::filesystem::remove(WithdrawnFile(folder, version), ignored);
    std::filesystem::remove(IndexFile(folder, version), ignored);
  }
}

}  // namespace

std::vector<std::string> ListVersions(const std::string& folder) { return List(folder, ".json"); }

std::vector<std::string> ListWithdrawn(const std::string& folder) {
  return List(folder, ".withdrawn");
}

Result<Manifest> ReadManifest(const std::string& folder, const std::string& version) {
  std::string path = ManifestFile(folder, version);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    const std::string withdrawn = WithdrawnFile(folder, version);
    if (std::filesystem::exists(withdrawn, error)) path = withdrawn;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return OpenError(path);
  std::ostringstream text;
  text << file.rdbuf();
  return ParseManifest(text.str());
}

Status CheckVersion(const std::string& folder, const std::string& version) {
  ASSIGN_OR_RETURN(auto manifest, ReadManifest(folder, version));
  if (manifest.version != version) {
    return Error::Internal("the manifest is of version " + manifest.version);
  }
  if (manifest.schema != kIndexSchema || manifest.analysis != kAnalysisVersion) {
    return Error::Internal("built by another program version (schema " +
                           std::to_string(manifest.schema) + ", analysis " +
                           std::to_string(manifest.analysis) + "); run `pomocnik index` again");
  }
  ASSIGN_OR_RETURN(auto digest, DigestFile(IndexFile(folder, version)));
  if (digest.size != manifest.size) {
    return Error::Internal("the file has " + std::to_string(digest.size) + " bytes instead of " +
                           std::to_string(manifest.size));
  }
  if (digest.sha256 != manifest.sha256) {
    return Error::Internal("the file's SHA-256 is not the manifest's: it is damaged");
  }
  return {};
}

Result<std::uint64_t> FileSize(const std::string& folder, const std::string& version) {
  const std::string path = IndexFile(folder, version);
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error) return static_cast<std::uint64_t>(size);
  const bool gone = error == std::errc::no_such_file_or_directory;
  return Error{gone ? ErrorCode::kNotFound : ErrorCode::kUnavailable,
               "cannot look at " + path + ": " + error.message()};
}

void RemoveOldVersions(const std::string& folder) {
  RemoveOld(folder, ListVersions(folder));
  RemoveOld(folder, ListWithdrawn(folder));
}

Result<std::shared_ptr<const Searcher>> OpenVersion(const std::string& folder,
                                                    const std::string& version) {
  RETURN_IF_ERROR(CheckVersion(folder, version));
  return OpenSearcher(IndexFile(folder, version), version);
}

Result<std::shared_ptr<const Searcher>> OpenNewest(const std::string& folder,
                                                   std::vector<Refusal>& refusals) {
  for (const auto& version : ListVersions(folder)) {
    auto searcher = OpenVersion(folder, version);
    if (searcher) return searcher;
    refusals.push_back({version, searcher.error().message});
  }
  return Error::NotFound("no sound index in " + folder +
                         "; build one with `pomocnik index --kb DIR --data DIR`");
}

}  // namespace pomocnik::index
