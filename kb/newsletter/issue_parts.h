// Divides an issue into its items. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::newsletter {

struct IssuePart {
  std::string title;          // never empty
  std::string anchor;         // id of its heading; may be empty
  std::string section;        // that it stands in, or that its first line names; may be empty
  std::vector<Block> blocks;  // without the heading; never none
  bool operator==(const IssuePart&) const = default;
};

struct IssueParts {
  std::string head;    // the words before the first item
  std::string online;  // where the head says that the issue can be read; may be empty
  std::vector<IssuePart> items;
};

// Links are resolved against `base` (kb/html/fragment.h). HTML beyond the limits is an error. REQUIRES: IsValidUtf8(html).
IssueParts DivideHtml(std::string_view html, std::string_view base, Reporter& reporter);

// A text without markup, at lines of hyphens and the like; an item's first line is its title. REQUIRES: IsValidUtf8(text).
IssueParts DivideText(std::string_view text);

}  // namespace pomocnik::kb::newsletter
