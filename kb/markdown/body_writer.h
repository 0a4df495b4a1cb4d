// Blocks -> the Markdown of an article's body: the other way of body.h. Pure.
#pragma once

#include <string>
#include <vector>

#include "kb/article.h"

namespace pomocnik::kb {

// Markdown that ReadBody reads as Normal(blocks), whatever the texts in them hold: what would be markup is escaped. Empty for no
// blocks, else it ends with a line end. REQUIRES: texts are valid UTF-8; U+0000 is left out.
std::string WriteBody(const std::vector<Block>& blocks);

// The blocks as a reader of Markdown has them; for what a reader gave the same again. Where the model can say a thing in two ways,
// or in a way that Markdown cannot:
//   - spans of one style and address become one; white space is one space within a line, none at the ends of a text and of its
//     lines, and line ends ("\n") stay in paragraphs only: in headings and cells they are spaces; addresses that IsAllowedLink
//     refuses are left out, their text stays; U+0000 and other control characters go;
//   - texts, items, lists, callouts, tables and pictures without content go; a picture not below /media/ leaves its description;
//   - a paragraph of nothing but one plain link is a Link; a Link without a label has its address for one;
//   - two lists of one kind in a row are one, two quotations are told apart by a rule between them that is no block;
//   - anchors are those of the headings' texts (slug.h), levels are 2 to 6;
//   - a callout whose label is none of callout_label.h keeps it as a strong word of its text; its tone is then a note's;
//   - what is nested deeper than kMaxNesting becomes a paragraph of its plain text.
std::vector<Block> Normal(std::vector<Block> blocks);

}  // namespace pomocnik::kb
