// The text inside of elements: styles, links, and all of it in one line.
#pragma once

#include <string>

#include "kb/article.h"
#include "kb/html/marks.h"
#include "kb/html/tree.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html {

// What the addresses in a page are resolved against.
struct Addresses {
  std::string links;     // absolute; empty: links that are not absolute become text
  std::string pictures;  // absolute, or relative to the source's folder
  std::string own;       // of the page, absolute: a link to it leads nowhere else; empty: not known
};

class InlineReader {
 public:
  // Keeps references to all three.
  InlineReader(const Marks& marks, const Addresses& addresses, Reporter& reporter)
      : marks_(marks), addresses_(addresses), reporter_(reporter) {}

  // The style of what stands in an element, within a text of `outer`. Code wins over strong, strong over emphasis.
  Span StyleIn(const Node* element, const Span& outer);

  // The absolute address that <a> leads to; empty when it is not allowed, which is a warning, or leads to the page itself.
  std::string LinkOf(const Node* anchor);

  // All text in a node as one line: blocks with a space between them, items of lists with a semicolon, pictures as icons.
  Text TextIn(const Node* element);

 private:
  const Marks& marks_;
  const Addresses& addresses_;
  Reporter& reporter_;
};

}  // namespace pomocnik::kb::html
