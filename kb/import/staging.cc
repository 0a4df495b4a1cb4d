#include "kb/import/staging.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

Error Failure(const std::string& attempt, const std::error_code& error) {
  return Error::Unavailable("cannot " + attempt + ": " + error.message());
}

Error SystemFailure(const std::string& attempt) {
  return Error::Unavailable("cannot " + attempt + ": " + std::strerror(errno));
}

Status WriteText(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) return Error::Unavailable("cannot write " + path);
  return {};
}

// Puts everything that was written on its file system on disk: one call for thousands of files.
Status SyncAll(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return SystemFailure("open " + folder);
  const int failed = ::syncfs(descriptor);
  ::close(descriptor);
  return failed == 0 ? Status() : SystemFailure("sync " + folder);
}

}  // namespace

std::string SourcesFolder(std::string_view data) { return std::string(data) + "/sources"; }

std::string FolderOfSource(std::string_view data, std::string_view name) {
  return SourcesFolder(data).append("/").append(name);
}

std::string ArticleFile(std::string_view source_folder, std::string_view id) {
  return std::string(source_folder).append("/articles/").append(id).append(".md");
}

Staging::Staging(const std::string& data, const std::string& name)
    : sources_(SourcesFolder(data)),
      present_(FolderOfSource(data, name)),
      next_(sources_ + "/." + name + ".next"),
      scratch_(sources_ + "/." + name + ".scratch") {}

Result<Staging> Staging::Begin(const std::string& data, const std::string& name) {
  Staging staging(data, name);
  std::error_code error;
  for (const std::string& folder : {staging.next_, staging.scratch_}) {
    fs::remove_all(folder, error);
    if (error) return Failure("clear " + folder, error);
  }
  for (const std::string& folder : {staging.next_ + "/articles", staging.scratch_}) {
    fs::create_directories(folder, error);
    if (error) return Failure("make " + folder, error);
  }
  return staging;
}

Staging::Staging(Staging&& other) noexcept
    : sources_(std::move(other.sources_)),
      present_(std::move(other.present_)),
      next_(std::exchange(other.next_, std::string())),
      scratch_(std::move(other.scratch_)) {}

Staging::~Staging() {
  if (next_.empty()) return;
  std::error_code ignored;  // what stays is cleared when the next one begins
  fs::remove_all(next_, ignored);
  fs::remove_all(scratch_, ignored);
}

Status Staging::WriteArticle(std::string_view id, std::string_view text) {
  return WriteText(ArticleFile(next_, id), text);
}

Status Staging::KeepArticle(std::string_view id) {
  const std::string from = ArticleFile(present_, id);
  if (::link(from.c_str(), ArticleFile(next_, id).c_str()) == 0) return {};
  std::error_code error;  // not every file system has links
  fs::copy_file(from, ArticleFile(next_, id), error);
  return error ? Status(Failure("keep " + from, error)) : Status();
}

Status Staging::WriteFile(std::string_view name, std::string_view text) {
  return WriteText(next_ + "/" + std::string(name), text);
}

Status Staging::Switch() {
  RETURN_IF_ERROR(SyncAll(next_));
  // What was present comes to lie in `next_`, and goes with it.
  const bool exists = ::access(present_.c_str(), F_OK) == 0;
  const unsigned flags = exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (::renameat2(AT_FDCWD, next_.c_str(), AT_FDCWD, present_.c_str(), flags) != 0) {
    return SystemFailure("put " + next_ + " into the place of " + present_);
  }
  return SyncAll(sources_);
}

}  // namespace pomocnik::kb
