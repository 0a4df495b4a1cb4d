// Tables: which of them hold data, and their cells.
#pragma once

#include <optional>

#include "kb/article.h"
#include "kb/html/inline_reader.h"

namespace pomocnik::kb::html {

// Whether a table only arranges a page: it says so, has a single row or column, or holds headings or another table.
bool IsLayoutTable(const Node* table, const Marks& marks);

// A table of data. The first row is the header. A cell over several columns stands in the first of them, one over several
// rows in each of them; rows without any text are left out. Absent when nothing remains. What exceeds the limits
// (limits.h) is left out with a warning.
std::optional<Table> ReadTable(const Node* table, const Marks& marks, InlineReader& cells,
                               Reporter& reporter);

}  // namespace pomocnik::kb::html
