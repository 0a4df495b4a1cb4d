#include "bot/http/staff/day_range.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot::http {
namespace {

Request Asking(std::string from, std::string to) {
  Request request;
  if (!from.empty()) request.query.push_back({"from", std::move(from)});
  if (!to.empty()) request.query.push_back({"to", std::move(to)});
  return request;
}

TEST_CASE("the days asked for count as calendars in Slovenia show them, both included") {
  DayRange days = LastDays(*ParseRfc3339("2026-10-25T23:30:00Z"), 2);  // past midnight here
  CHECK(FormatDate(days.from) == "2026-10-25");
  CHECK(FormatDate(days.to) == "2026-10-26");
  // With the hour that comes twice.
  CHECK(FormatRfc3339(BeginOf(days)) == "2026-10-24T22:00:00.000Z");
  CHECK(FormatRfc3339(EndOf(days)) == "2026-10-26T23:00:00.000Z");

  CHECK_FALSE(ReadDayRange(Asking("2026-03-01", ""), days));
  CHECK(FormatDate(days.from) == "2026-03-01");
  CHECK(FormatDate(days.to) == "2026-10-26");
  CHECK_FALSE(ReadDayRange(Asking("2026-03-29", "2026-03-29"), days));
  CHECK(EndOf(days) - BeginOf(days) == std::chrono::hours(23));
}

TEST_CASE("a wrong day is refused by its name") {
  struct Row {
    const char* from;
    const char* to;
    const char* field;
  };
  const Row rows[] = {
      {"yesterday", "", "from"},          {"2026-02-30", "", "from"},
      {"2026-1-1", "", "from"},           {"1999-12-31", "", "from"},
      {"", "3000-01-01", "to"},           {"2026-01-02", "2026-01-01", "to"},
      {"", "2026-01-01T00:00:00Z", "to"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    DayRange days = LastDays(*ParseRfc3339("2026-11-23T09:00:00Z"), 30);
    const auto wrong = ReadDayRange(Asking(row.from, row.to), days);
    REQUIRE(wrong);
    CHECK(wrong->problem == Problem::kWrongField);
    CHECK(wrong->field == row.field);
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
