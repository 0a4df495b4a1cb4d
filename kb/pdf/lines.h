// Words -> lines as people see them. Pure.
#pragma once

#include <string>
#include <vector>

#include "kb/pdf/words.h"

namespace pomocnik::kb::pdf {

// Words beside each other without a gap that a column would leave.
struct Cell {
  std::string text;
  double left = 0;
  double right = 0;
};

struct Line {
  std::vector<Cell> cells;  // from left to right; at least one
  double top = 0;
  double bottom = 0;
  double size = 0;    // of the largest word
  bool bold = false;  // all of it
  int page = 0;

  double left() const { return cells.front().left; }
  double right() const { return cells.back().right; }
  // The cells with a space between them.
  std::string text() const;
};

// The lines of all pages from top to bottom; of two columns of prose first those of the left one. Left out is what repeats at
// the head or the foot of pages, and numbers of pages.
std::vector<Line> ReadLines(const std::vector<Page>& pages);

}  // namespace pomocnik::kb::pdf
