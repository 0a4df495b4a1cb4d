// Tables that somebody else wrote as CSV. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pomocnik {

struct CsvRow {
  int line = 0;  // that it begins on, from 1
  std::vector<std::string> cells;
  bool operator==(const CsvRow&) const = default;
};

// What parts the cells of a table, judged by its first line: ',', ';' or a tab, whichever is there most often.
char CsvDelimiterOf(std::string_view text);

// Well above what people keep in a table; a cell costs thirty times the comma it is made of.
inline constexpr std::size_t kMaxCsvCells = 4'000'000;

// Every row (RFC 4180; lines may end in LF alone; empty lines are no rows). kInvalidArgument with the line: the quotes around a
// cell do not match, or there are too many cells.
Result<std::vector<CsvRow>> ReadCsvRows(std::string_view text, char delimiter);

}  // namespace pomocnik
