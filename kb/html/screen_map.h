// Maps of F1 screens that lie beside a tree of pages, as scripts: var hid2fileMap = {'SCREEN':'path/page.html#anchor', …};
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html {

struct MappedScreen {
  std::string screen;   // as the program names it
  std::string address;  // of the page, as the map writes it, without the anchor
  std::string anchor;   // behind '#'; may be empty
  bool operator==(const MappedScreen&) const = default;
};

// The entries of the first object in a script, in the order of the file. What is not `'…':'…'` is a warning with its line
// and is skipped; a text without an object is an error. Of a repeated screen the last page holds, as for a browser; another
// page than before is a warning.
std::vector<MappedScreen> ReadScreenMap(std::string_view script, Reporter& reporter);

}  // namespace pomocnik::kb::html
