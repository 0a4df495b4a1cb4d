// Compiled helps. Input: the bytes of a .chm; or, behind "compiled\n", a "#SYSTEM", a "#STRINGS" and a "#IVB", each with its
// size as a decimal line before it.
#include <algorithm>
#include <cstdlib>

#include "kb/html_help/chm.h"
#include "kb/html_help/chm_directory.h"
#include "kb/html_help/project.h"
#include "tests/fuzz/imported_check.h"

namespace pomocnik::fuzz {
namespace {

constexpr kb::html_help::ChmLimits kLimits{.packed_bytes = 1024 * 1024,
                                           .files = 50,
                                           .file_bytes = 256 * 1024,
                                           .total_bytes = 512 * 1024,
                                           .cpu_seconds = 1};

void RunCompiled(std::string_view input) {
  std::vector<kb::SourceDocument> documents;
  for (const char* name : {"#SYSTEM", "#STRINGS", "#IVB"}) {
    const std::size_t size = std::strtoul(std::string(TakeLine(input)).c_str(), nullptr, 10);
    const std::string_view bytes = input.substr(0, size);
    input.remove_prefix(bytes.size());
    documents.push_back({.address = name,
                         .media_type = {},
                         .charset = {},
                         .bytes = std::string(bytes),
                         .modified = {}});
  }
  kb::Diagnostics diagnostics;
  kb::Reporter reporter("fuzz.chm", diagnostics);
  const auto project = kb::html_help::ReadProject(kb::html_help::Files(documents), reporter);
  for (const kb::html_help::Alias& alias : project.aliases) {
    Require(project.numbers.count(alias.name) == 1, "a topic of a compiled help has a number");
    CheckImportedText(alias.target.file);
    CheckImportedText(alias.target.anchor);
  }
}

}  // namespace

void RunInput(std::string_view input) {
  constexpr std::string_view kCompiled = "compiled\n";
  if (input.starts_with(kCompiled)) return RunCompiled(input.substr(kCompiled.size()));
  const auto directory = kb::html_help::ReadChmDirectory(input);
  const auto files = kb::html_help::OpenChm(input, kLimits);
  Require(directory || !files, "a help whose table is damaged has no files");
  if (!files) {
    CheckImportedText(files.error().message);
    return;
  }
  std::size_t total = 0;
  for (const kb::SourceDocument& file : *files) {
    Require(IsValidUtf8(file.address) && !file.address.empty(), "a file has a name");
    total += file.bytes.size();
  }
  Require(files->size() <= kLimits.files && total <= kLimits.total_bytes, "the limits are kept");
}

}  // namespace pomocnik::fuzz
