#include "kb/pdf/pieces.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::pdf {
namespace {

TEST_CASE("words that were divided at the end of a line are whole again") {
  struct Row {
    const char* line;
    const char* next;
    const char* joined;
  };
  const Row rows[] = {
      {"ena", "dva", "ena dva"},
      {"izpla-", "čilo", "izplačilo"},
      {"knjiži-", "mo jih", "knjižimo jih"},
      {"nov e-", "račun", "nov e-račun"},
      {"REK-", "1 obrazec", "REK- 1 obrazec"},
      {"obdobje 1. -", "do konca", "obdobje 1. - do konca"},
      {"pla\u00AD", "ča", "plača"},
      {"pla\u00AD\u2010", "ča", "plača"},
      {"Saop-", "Portal", "Saop- Portal"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(JoinedLines(row.line, row.next) == row.joined);
  }
}

}  // namespace
}  // namespace pomocnik::kb::pdf
