// Archives. Input: the bytes of one, or of a gzip.
#include <set>

#include "kb/archive/archive.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

// So small that inputs reach them.
const kb::archive::Limits kLimits{.packed_bytes = 1024 * 1024,
                                  .entries = 20,
                                  .entry_bytes = 64 * 1024,
                                  .total_bytes = 100 * 1024,
                                  .ratio = 100,
                                  .free_bytes = 16 * 1024};

void CheckName(std::string_view name) {
  Require(!name.empty() && name.size() <= 255 && IsValidUtf8(name), "a name is a short text");
  Require(name.find_first_of(std::string_view("\\:\0", 3)) == std::string_view::npos,
          "a name has nothing that means something else elsewhere");
  const std::string framed = "/" + std::string(name) + "/";
  for (const char* part : {"//", "/./", "/../"}) {
    Require(framed.find(part) == std::string::npos, "a name leads to below the archive");
  }
}

}  // namespace

void RunInput(std::string_view input) {
  const auto files = kb::archive::ReadArchive(input, kLimits);
  if (files) {
    std::size_t total = 0;
    std::set<std::string> names;
    for (const kb::SourceDocument& file : *files) {
      CheckName(file.address);
      Require(names.insert(file.address).second, "a name is there once");
      Require(file.bytes.size() <= kLimits.entry_bytes, "an entry keeps its limit");
      Require(!file.modified || file.modified->ok(), "a day is a day");
      total += file.bytes.size();
    }
    Require(files->size() <= kLimits.entries, "there are so many entries at most");
    Require(total <= kLimits.total_bytes, "the whole keeps its limit");
  } else {
    Require(IsValidUtf8(files.error().message), "a reason is text");
  }
  const auto text = kb::archive::Gunzip(input, kLimits);
  Require(!text || text->size() <= kLimits.entry_bytes, "what is unpacked keeps its limit");
}

}  // namespace pomocnik::fuzz
