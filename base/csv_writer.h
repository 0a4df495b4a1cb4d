// Tables as CSV that a spreadsheet may open, whoever wrote the texts in them. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pomocnik {

// What a spreadsheet would take for a formula, made plain: where `= + - @`, also of full width, stands at the beginning
// or behind what parts cells in some program (comma, semicolon, tab, line break), spaces aside, and where a tab or a line
// break stands at the beginning, an apostrophe is put before it.
std::string WithoutFormulas(std::string_view text);

// RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it. Texts are always quoted and without
// formulas; numbers stand bare, with a point.
class CsvWriter {
 public:
  CsvWriter();

  CsvWriter& Text(std::string_view text);
  CsvWriter& Number(std::int64_t number);
  // With that many digits behind the point.
  CsvWriter& Number(double number, int digits);
  CsvWriter& Empty();
  void EndRow();

  // The rows that were ended.
  const std::string& csv() const { return csv_; }

 private:
  void Part();

  std::string csv_;
  enum class Place { kRowStart, kBehindCell } place_ = Place::kRowStart;
};

}  // namespace pomocnik
