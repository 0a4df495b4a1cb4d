// Tables among lines. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "kb/article.h"
#include "kb/pdf/lines.h"

namespace pomocnik::kb::pdf {

struct FoundTable {
  Table table;
  std::size_t lines = 0;  // that it takes
};

// The table that begins with line `first`: lines of several cells below each other, whose cells lie in the columns of the
// line with the most of them. A line with less than all cells that leaves out the first goes on with the row above. Absent
// when there are less than two rows, or the cells lie in no columns.
std::optional<FoundTable> FindTable(const std::vector<Line>& lines, std::size_t first);

}  // namespace pomocnik::kb::pdf
