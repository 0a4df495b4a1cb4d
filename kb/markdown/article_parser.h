// One Markdown file with YAML front matter -> one Article. The format is described in kb/README.md.
#pragma once

#include <optional>
#include <string_view>

#include "kb/article.h"
#include "kb/diagnostic.h"

namespace pomocnik::kb {

// Absent when the file is broken: no front matter, invalid YAML or UTF-8, a missing or wrong
// required key, or no content; then an error with file and line was added. Unknown keys, raw HTML
// (dropped), forbidden link schemes (the link becomes plain text) and images outside /media/
// (dropped) are warnings. Pure; never throws; text of any size and depth ends in bounded time.
std::optional<Article> ParseArticle(std::string_view markdown, std::string_view file,
                                    Diagnostics& diagnostics);

}  // namespace pomocnik::kb
