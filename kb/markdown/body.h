// The body of an article: Markdown -> blocks.
#pragma once

#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb {

// The blocks of a text that begins on line `first_line` of its file. A text that exceeds the limits
// (limits.h) is an error and gives no blocks. Safe to call from several threads.
// REQUIRES: IsValidUtf8(body).
std::vector<Block> ReadBody(std::string_view body, int first_line, Reporter& reporter);

}  // namespace pomocnik::kb
