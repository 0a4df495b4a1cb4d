// Text without markup -> blocks. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "kb/article.h"

namespace pomocnik::kb {

// Empty lines part paragraphs, whose line ends are kept; lines that begin with a mark (item_mark.h) are items, and what is
// indented below them belongs to them. Everything else is text as it stands, with single spaces. REQUIRES: IsValidUtf8(text).
std::vector<Block> ReadPlainText(std::string_view text);

}  // namespace pomocnik::kb
