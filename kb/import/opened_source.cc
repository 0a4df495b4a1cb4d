#include "kb/import/opened_source.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "kb/archive/archive.h"
#include "kb/html_help/chm.h"
#include "kb/import/fetched_source.h"
#include "kb/import/file_finder.h"
#include "kb/import/json.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxArchiveBytes = 256 * 1024 * 1024;

bool IsArchive(std::string_view path) {
  return path.ends_with(".chm") || path.ends_with(".zip") || path.ends_with(".tar") ||
         path.ends_with(".tar.gz") || path.ends_with(".tgz");
}

// Runs in the process apart. Files get numbers for names; what an entry is called is told.
std::string Unpack(const std::string& path, const std::string& folder) {
  const auto fail = [](const Error& error) { return json::Dump({{"error", error.message}}); };
  const auto bytes = ReadFile(path, kMaxArchiveBytes);
  if (!bytes) return fail(bytes.error());
  auto documents =
      path.ends_with(".chm") ? html_help::OpenChm(*bytes) : archive::ReadArchive(*bytes);
  if (!documents) return fail(documents.error());
  nlohmann::json names = nlohmann::json::array();
  for (const SourceDocument& document : *documents) {
    std::ofstream file(folder + "/" + std::to_string(names.size()), std::ios::binary);
    file << document.bytes;
    file.close();
    if (!file) return fail(Error::Unavailable("cannot write into " + folder));
    names.push_back(document.address);
  }
  return json::Dump({{"names", std::move(names)}});
}

Result<OpenedSource> OpenArchive(const SourceConfig& config, const Staging& staging,
                                 const IsolationLimits& limits) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(config.from, error)) {
    return Error::NotFound("there is no file " + config.from);
  }
  std::optional<Result<std::string>> unpacked;
  IsolatedWork work;
  work.pieces = 1;
  work.work = [&](std::size_t) { return Unpack(config.from, staging.scratch()); };
  work.take = [&](std::size_t, Result<std::string> result) { unpacked = std::move(result); };
  RETURN_IF_ERROR(RunIsolated(work, limits));
  if (!*unpacked) return unpacked->error();
  const nlohmann::json told = json::Parse(**unpacked);
  if (const std::string why = json::Text(told, "error"); !why.empty()) {
    return Error::InvalidArgument(config.from + ": " + why);
  }
  std::vector<SourceFile> files;
  for (const std::string& name : json::Texts(told, "names")) {
    files.push_back({name, staging.scratch() + "/" + std::to_string(files.size()), "", ""});
  }
  return OpenedSource{SourceFiles(config.format, std::move(files))};
}

}  // namespace

Result<OpenedSource> OpenSource(const SourceConfig& config, const Staging& staging,
                                const SourceImportOptions& options) {
  if (config.IsRemote()) return FetchSource(config, staging, options);
  if (IsArchive(config.from)) return OpenArchive(config, staging, options.limits);
  OpenedSource opened{SourceFiles(config.format, {})};
  ASSIGN_OR_RETURN(opened.files, SourceFiles::List(config, opened.diagnostics));
  return opened;
}

}  // namespace pomocnik::kb
