#include "base/csv_rows.h"

#include <doctest/doctest.h>

namespace pomocnik {
namespace {

// "line:cell|cell" of each row, or what is wrong.
std::string Rows(std::string_view text, char delimiter = ',') {
  const auto rows = ReadCsvRows(text, delimiter);
  if (!rows) return rows.error().message;
  std::string out;
  for (const CsvRow& row : *rows) {
    out += (out.empty() ? "" : " ") + std::to_string(row.line) + ":";
    for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i > 0 ? "|" : "") + row.cells[i];
  }
  return out;
}

TEST_CASE("rows know their line, and cells may hold everything") {
  CHECK(Rows("").empty());
  CHECK(Rows("a,b\n1,2") == "1:a|b 2:1|2");
  CHECK(Rows("a,b\r\n\r\n1,\r\n") == "1:a|b 3:1|");
  CHECK(Rows("a;b\n1;2,3\n", ';') == "1:a|b 2:1|2,3");
  CHECK(Rows("a\n\"1\n\"\"2\"\"\"\n3\n") == "1:a 2:1\n\"2\" 4:3");
  CHECK(Rows("a\n\"1") == "line 2: the quotes around a cell do not match");
  CHECK(Rows("a\n\"1\"x\n") == "line 2: the quotes around a cell do not match");
}

TEST_CASE("a table of nothing but commas ends") {
  CHECK(Rows("a\n" + std::string(kMaxCsvCells + 1, ',')) == "line 2: the table has too many cells");
}

TEST_CASE("the delimiter is what the first line has most of") {
  CHECK(CsvDelimiterOf("a,b,c;d\n;;;;") == ',');
  CHECK(CsvDelimiterOf("a;b;c,d") == ';');
  CHECK(CsvDelimiterOf("a\tb") == '\t');
  CHECK(CsvDelimiterOf("") == ',');
}

}  // namespace
}  // namespace pomocnik
