// Blocks as a reader of Markdown has them. Pure.
#pragma once

#include <vector>

#include "kb/article.h"

namespace pomocnik::kb {

// Lists, steps and quotations in each other; what lies deeper is a paragraph of its plain text.
inline constexpr int kMaxWrittenNesting = 16;

// What the blocks look the same as, and what body_writer.h writes. Where the model can say a thing in two ways, or in one that
// Markdown has no words for:
//   - spans of one style and address are one; an address that IsAllowedLink refuses is left out and its text stays;
//   - white space is one space, or one line end where there was any; none stands at the ends of a text, and between two spans it
//     is in neither style and no link, unless both lead to one place; inline code has no line ends;
//   - control characters and U+FEFF go, in code blocks only U+0000 and carriage returns;
//   - what has no content goes: texts, items, lists, callouts, code, tables without columns, pictures without description;
//   - a picture that is not below /media/ is a paragraph of its description;
//   - a paragraph of nothing but one link is a Link, a Link to nowhere a paragraph, a Link without a label is called by its address;
//   - the header and all rows of a table are as long as the longest of them;
//   - heading levels are 2 to 6 and anchors those of the texts (slug.h); the first number of steps is 0 to 999,999,999;
//   - the label of a callout is one line without ':' and '!' at its end; a strong word that would be read as the label is one;
//   - code is indented by at most 64 columns; code that would be read as too deeply nested lists is a paragraph.
// Normal(Normal(x)) is Normal(x).
std::vector<Block> Normal(const std::vector<Block>& blocks);

}  // namespace pomocnik::kb
