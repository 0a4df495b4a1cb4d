#include "base/csv_rows.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pomocnik {
namespace {

// Takes CSV apart with libcsv, a line at a time, so that each row knows where it began.
class Reader {
 public:
  explicit Reader(char delimiter) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  Result<std::vector<CsvRow>> Read(std::string_view text) {
    for (int line = 1; !text.empty(); ++line) {
      const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
      if (between_rows_) row_.line = line;
      if (text.find_first_not_of("\r\n") < size) between_rows_ = false;
      if (csv_parse(&parser_, text.data(), size, AddCell, EndRow, this) != size) {
        return Failure(line);
      }
      if (cells_ > kMaxCsvCells) {
        return Error::InvalidArgument("line " + std::to_string(line) +
                                      ": the table has too many cells");
      }
      text.remove_prefix(size);
    }
    if (csv_fini(&parser_, AddCell, EndRow, this) != 0) return Failure(row_.line);
    return std::move(rows_);
  }

 private:
  static void AddCell(void* text, std::size_t size, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    // The rest of a line is passed over; Read() ends behind it.
    if (++reader.cells_ > kMaxCsvCells) return;
    reader.row_.cells.emplace_back(static_cast<const char*>(text), size);
  }
  static void EndRow(int, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    reader.rows_.push_back(std::exchange(reader.row_, CsvRow()));
    reader.between_rows_ = true;
  }

  static Error Failure(int line) {
    return Error::InvalidArgument("line " + std::to_string(line) +
                                  ": the quotes around a cell do not match");
  }

  csv_parser parser_{};
  CsvRow row_;
  bool between_rows_ = true;
  std::size_t cells_ = 0;
  std::vector<CsvRow> rows_;
};

}  // namespace

char CsvDelimiterOf(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
  const std::array<char, 3> delimiters = {',', ';', '\t'};
  return *std::max_element(delimiters.begin(), delimiters.end(),
                           [&](char a, char b) { return count(a) < count(b); });
}

Result<std::vector<CsvRow>> ReadCsvRows(std::string_view text, char delimiter) {
  return Reader(delimiter).Read(text);
}

}  // namespace pomocnik
