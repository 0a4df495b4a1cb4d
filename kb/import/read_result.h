// What reading a piece of a source came to, on its way from the process that reads to the one that keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/imported.h"
#include "kb/screens.h"

namespace pomocnik::kb {

// An article that is whole but for its id.
struct ReadArticle {
  std::string address;  // in its source; unique there
  std::string id;       // that it states; mostly empty
  std::string url;      // where it is published; may be empty
  std::string title;
  std::string module;
  std::string file;                // the text of its file, whose id is kNoId
  std::vector<std::string> media;  // pictures that it shows, as paths below /media/
  std::vector<Finding> findings;   // what it did not state
  bool operator==(const ReadArticle&) const = default;
};

// Stands in a file until the article gets an id.
inline constexpr std::string_view kNoId = "no-id-yet";

// The file with this id. REQUIRES: FormatArticle wrote it with kNoId.
std::string WithId(std::string_view file, std::string_view id);

struct ReadResult {
  std::vector<ReadArticle> articles;
  std::vector<Screen> screens;
  Diagnostics diagnostics;
  std::vector<std::string> missing_pictures;  // that are shown but are not in the source
};

std::string WriteReadResult(const ReadResult& result);
// Absent when the text is none.
std::optional<ReadResult> ParseReadResult(std::string_view json);

}  // namespace pomocnik::kb
