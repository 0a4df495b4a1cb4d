#include "base/csv_writer.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace pomocnik {
namespace {

constexpr std::array<std::string_view, 8> kFormulaStarts = {"=",  "+",  "-",  "@",
                                                            "＝", "＋", "－", "＠"};
constexpr std::string_view kPartsCells = ",;\t\r\n";

bool MayStartFormula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool StartsWithBreak(std::string_view text) {
  return text.starts_with('\t') || text.starts_with('\r') || text.starts_with('\n');
}

}  // namespace

std::string WithoutFormulas(std::string_view text) {
  std::string plain = StartsWithBreak(text) ? "'" : "";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || kPartsCells.find(text[i - 1]) != std::string_view::npos;
    if (begins && MayStartFormula(text.substr(i))) plain += '\'';
    plain += text[i];
  }
  return plain;
}

CsvWriter::CsvWriter() : csv_(kByteOrderMark) {}

CsvWriter& CsvWriter::Text(std::string_view text) {
  Part();
  csv_ += '"';
  for (const char c : WithoutFormulas(text)) {
    if (c == '"') csv_ += '"';
    csv_ += c;
  }
  csv_ += '"';
  return *this;
}

CsvWriter& CsvWriter::Number(std::int64_t number) {
  Part();
  csv_ += std::to_string(number);
  return *this;
}

CsvWriter& CsvWriter::Number(double number, int digits) {
  Part();
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.*f", digits, number);
  csv_.append(text.data(), static_cast<std::size_t>(length));
  return *this;
}

CsvWriter& CsvWriter::Empty() {
  Part();
  return *this;
}

void CsvWriter::EndRow() {
  csv_ += "\r\n";
  place_ = Place::kRowStart;
}

void CsvWriter::Part() {
  if (place_ == Place::kBehindCell) csv_ += ',';
  place_ = Place::kBehindCell;
}

}  // namespace pomocnik
