// .hhc and .hhk: the contents and the index of a help. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/html_help/path.h"
#include "kb/imported.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html_help {

struct SitemapEntry {
  std::string name;  // in a .hhc the title of a topic or a chapter, in a .hhk the keyword
  std::vector<Target> targets;  // none: a chapter without a topic of its own
  int depth = 0;                // lists around it, from 1
};

// The entries in the order of the file; those without a name are left out. A file beyond the limits of HTML is an error of the
// reporter and gives none.
std::vector<SitemapEntry> ReadSitemap(const SourceDocument& document, std::string_view charset,
                                      Reporter& reporter);

}  // namespace pomocnik::kb::html_help
