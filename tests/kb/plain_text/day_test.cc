#include "kb/plain_text/day.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb {
namespace {

TEST_CASE("days are read as exports and tables spell them") {
  struct Row {
    const char* text;
    const char* day;
  };
  const Row rows[] = {
      {"2026-11-23", "2026-11-23"},
      {" 2026-11-23\n", "2026-11-23"},
      {"2026-11-23T23:30:00Z", "2026-11-23"},
      {"2026-11-23 08:00:00", "2026-11-23"},
      {"23. 11. 2026", "2026-11-23"},
      {"3.1.2026", "2026-01-03"},
      {"23/11/2026", "2026-11-23"},
      {"", ""},
      {"23. 11.", ""},
      {"31. 2. 2026", ""},
      {"11/23/2026", ""},
      {"23. 11. 26", ""},
      {"23.11.2026 in več", ""},
      {"2026-11-23x", ""},
      {"včeraj", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto day = ReadDay(row.text);
    CHECK((day ? FormatDate(*day) : "") == row.day);
  }
}

}  // namespace
}  // namespace pomocnik::kb
