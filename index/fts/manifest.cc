#include "index/fts/manifest.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/sha256.h"

namespace pomocnik::index {
namespace {

std::string Path(std::string_view folder, std::string_view version, std::string_view ending) {
  return std::string(folder) + "/" + std::string(version) + std::string(ending);
}

}  // namespace

std::string VersionName(Instant now, std::string_view sha256) {
  std::string name;
  for (char c : FormatRfc3339(now)) {
    if ((c >= '0' && c <= '9') || c == 'T') name += c;
  }
  return name.append("-").append(sha256.substr(0, 8));
}

std::optional<Instant> TimeOfVersion(std::string_view version) {
  constexpr std::string_view kPattern = "0000-00-00T00:00:00.000Z";  // 0: a digit of the name
  std::string text;
  for (const char c : kPattern) {
    if (c != '0' && c != 'T') {
      text += c;
      continue;
    }
    if (version.empty()) return std::nullopt;
    text += version.front();
    version.remove_prefix(1);
  }
  return ParseRfc3339(text);
}

std::string IndexFile(std::string_view folder, std::string_view version) {
  return Path(folder, version, ".db");
}

std::string ManifestFile(std::string_view folder, std::string_view version) {
  return Path(folder, version, ".json");
}

std::string WithdrawnFile(std::string_view folder, std::string_view version) {
  return Path(folder, version, ".withdrawn");
}

Error OpenError(const std::string& path) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
  return {code, "cannot open " + path + ": " + std::strerror(errno)};
}

std::string FormatManifest(const Manifest& manifest) {
  nlohmann::ordered_json json = {
      {"version", manifest.version},   {"size", manifest.size},
      {"sha256", manifest.sha256},     {"schema", manifest.schema},
      {"analysis", manifest.analysis}, {"articles", manifest.articles},
      {"passages", manifest.passages},
  };
  return json.dump(2) + "\n";
}

Result<Manifest> ParseManifest(std::string_view text) {
  auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return Error::Internal("not a manifest: no JSON object");
  for (const char* key : {"size", "schema", "analysis", "articles", "passages"}) {
    if (!json.contains(key) || !json[key].is_number_unsigned()) {
      return Error::Internal(std::string("not a manifest: \"") + key + "\" is not a number");
    }
  }
  for (const char* key : {"version", "sha256"}) {
    if (!json.contains(key) || !json[key].is_string()) {
      return Error::Internal(std::string("not a manifest: \"") + key + "\" is not a text");
    }
  }
  Manifest manifest;
  manifest.version = json["version"].get<std::string>();
  manifest.size = json["size"].get<std::uint64_t>();
  manifest.sha256 = json["sha256"].get<std::string>();
  manifest.schema = json["schema"].get<std::int64_t>();
  manifest.analysis = json["analysis"].get<std::int64_t>();
  manifest.articles = json["articles"].get<std::int64_t>();
  manifest.passages = json["passages"].get<std::int64_t>();
  return manifest;
}

Result<FileDigest> DigestFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return OpenError(path);
  Sha256 sha256;
  FileDigest digest;
  std::array<char, 64 * 1024> buffer;
  while (file) {
    file.read(buffer.data(), buffer.size());
    const auto count = static_cast<std::size_t>(file.gcount());
    sha256.Add({buffer.data(), count});
    digest.size += count;
  }
  if (file.bad()) return Error::Unavailable("cannot read " + path);
  digest.sha256 = sha256.FinishHex();
  return digest;
}

}  // namespace pomocnik::index
