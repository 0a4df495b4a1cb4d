// The text inside a paragraph, heading or table cell: spans out of the Markdown library's nodes.
#pragma once

#include <string>
#include <vector>

#include "kb/article.h"
#include "kb/markdown/reporter.h"

struct cmark_node;

namespace pomocnik::kb {

// Where in the article's file a part of it was read, and whom to tell about it.
struct Source {
  Reporter& reporter;
  int first_line = 1;  // of the text that was handed to the Markdown library

  // The line in the file of a node, or of the nearest one around it that knows.
  int Line(cmark_node* node) const;
};

// The children of `parent` as one text, without white space at its ends. Styles do not nest in a Span: a link
// keeps its address, code wins over strong, strong over emphasis. An image amid text leaves its description
// in square brackets.
Text ReadText(cmark_node* parent, Source source);

// A paragraph as blocks. A line of nothing but images becomes images; a paragraph of nothing but one link
// becomes a Link; everything else stays Paragraph.
std::vector<Block> ReadParagraph(cmark_node* paragraph, Source source);

// Removes white space at both ends, and spans that are empty then.
void Trim(Text& text);

}  // namespace pomocnik::kb
