// What a published index version is: a small JSON file beside the index file. Its appearance publishes the
// version; without it the index file does not count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace pomocnik::index {

// Changes with the tables of the index file.
inline constexpr int kIndexSchema = 6;

struct Manifest {
  std::string version;  // the file name without ending; later versions sort behind earlier ones
  std::uint64_t size = 0;
  std::string sha256;  // of the index file, lower-case hex
  std::int64_t schema = kIndexSchema;
  std::int64_t analysis = 0;  // kAnalysisVersion of the builder
  std::int64_t articles = 0;
  std::int64_t passages = 0;
};

// "20261123T150500123-" and the first digits of the content's digest: sorts by time, equal content is seen.
std::string VersionName(Instant now, std::string_view sha256);
// When a version of such a name was made; absent for another name.
std::optional<Instant> TimeOfVersion(std::string_view version);

std::string IndexFile(std::string_view folder, std::string_view version);
std::string ManifestFile(std::string_view folder, std::string_view version);
// The manifest of a version that was taken out of service, and may come back.
std::string WithdrawnFile(std::string_view folder, std::string_view version);

// The error of a file that could not be opened, by errno. kNotFound: there is none. kUnavailable: it cannot be
// opened now.
Error OpenError(const std::string& path);

std::string FormatManifest(const Manifest& manifest);
// kInternal with the reason when the text is not a manifest.
Result<Manifest> ParseManifest(std::string_view json);

struct FileDigest {
  std::uint64_t size = 0;
  std::string sha256;
};
// Reads the whole file in pieces. kNotFound: there is none. kUnavailable: it cannot be read now.
Result<FileDigest> DigestFile(const std::string& path);

}  // namespace pomocnik::index
