// Lines -> paragraphs, headings and items, each with all its lines. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kb/article.h"
#include "kb/pdf/lines.h"
#include "kb/plain_text/item_mark.h"

namespace pomocnik::kb::pdf {

struct Piece {
  enum class Kind { kHeading, kParagraph, kItem, kTable };
  Kind kind = Kind::kParagraph;
  std::string
      text;  // of an item without its mark; words that were divided at a line's end are whole
  double left = 0;       // of the first line
  double size = 0;       // of the font
  bool bold = false;     // all of it
  bool follows = false;  // directly below the piece before, without the space that parts paragraphs
  ItemMark mark;         // of an item
  Table table;
};

// In the order of the lines. A line is a heading when its font is larger than that of most of the text, or bold where most is
// not, and it is no sentence.
std::vector<Piece> ReadPieces(const std::vector<Line>& lines);

// A text with another behind it, as the next line: "izpla-" and "čilo" become "izplačilo", "e-" and "račun" "e-račun".
std::string JoinedLines(std::string text, std::string_view next);

}  // namespace pomocnik::kb::pdf
