#include "kb/editing/edited_file.h"

#include <cstdint>
#include <filesystem>
#include <system_error>

#include "base/new_file.h"
#include "base/utf8.h"
#include "kb/import/file_finder.h"
#include "kb/markdown/limits.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

constexpr fs::perms kNewFileMode =
    fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read;

}  // namespace

Result<std::string> ReadEditable(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error) && !error) return std::string();
  ASSIGN_OR_RETURN(std::string text, ReadFile(path, kMaxArticleBytes));
  if (!IsValidUtf8(text)) return Error::InvalidArgument(path + " is not UTF-8 text");
  return text;
}

Status ReplaceFile(const std::string& path, std::string_view was, std::string_view now) {
  std::error_code error;
  const fs::perms there = fs::status(path, error).permissions();
  const bool exists = fs::exists(path, error);
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(file.Write(now));
  fs::permissions(file.draft(), exists ? there : kNewFileMode, error);
  if (error) return Error::Unavailable("cannot set the mode of " + path + ": " + error.message());
  ASSIGN_OR_RETURN(const std::string present, ReadEditable(path));
  if (present != was) return Error::Conflict(path + " was changed meanwhile");
  return file.Publish(exists ? Existing::kReplace : Existing::kKeep);
}

std::string RevisionOf(std::string_view text) {
  // FNV-1a: nobody gains from two contents that look the same.
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += kDigits[(hash >> shift) & 0xf];
  return digits;
}

}  // namespace pomocnik::kb
