#include "index/text/local_day.h"

#include <doctest/doctest.h>

#include <utility>

using namespace pomocnik;

TEST_CASE("the day changes at midnight in Ljubljana, in winter and in summer time") {
  const std::pair<const char*, const char*> kRows[] = {
      {"2026-11-22T22:59:59.999Z", "2026-11-22"}, {"2026-11-22T23:00:00Z", "2026-11-23"},
      {"2026-07-01T21:59:59Z", "2026-07-01"},     {"2026-07-01T22:00:00Z", "2026-07-02"},
      {"2026-03-28T23:00:00Z", "2026-03-29"},     {"2026-03-29T22:00:00Z", "2026-03-30"},
      {"2026-10-25T22:59:59Z", "2026-10-25"},     {"2026-10-25T23:00:00Z", "2026-10-26"},
  };
  for (const auto& [instant, day] : kRows) {
    CAPTURE(instant);
    CHECK(FormatDate(index::LocalDay(*ParseRfc3339(instant))) == day);
  }
}

TEST_CASE("the clock on the wall is read both ways, over both of its changes") {
  struct Row {
    const char* instant;
    const char* day;
    int minutes;
  };
  const Row rows[] = {
      {"2026-01-15T07:00:00Z", "2026-01-15", 8 * 60},
      {"2026-07-15T06:00:00Z", "2026-07-15", 8 * 60},
      {"2026-03-29T00:59:00Z", "2026-03-29", 1 * 60 + 59},
      {"2026-03-29T01:00:00Z", "2026-03-29", 3 * 60},
      {"2026-10-24T23:30:00Z", "2026-10-25", 1 * 60 + 30},
      {"2026-10-25T01:30:00Z", "2026-10-25", 2 * 60 + 30},  // the later of the two
      {"2026-10-25T02:00:00Z", "2026-10-25", 3 * 60},
      {"1969-12-31T22:30:00Z", "1969-12-31", 23 * 60 + 30},
  };
  for (const Row& row : rows) {
    CAPTURE(row.instant);
    auto instant = *ParseRfc3339(row.instant);
    auto local = index::ToLocalTime(instant);
    CHECK(FormatDate(local.day) == row.day);
    CHECK(local.since_midnight == std::chrono::minutes{row.minutes});
    CHECK(index::FromLocalTime(local.day, std::chrono::minutes{row.minutes}) == instant);
  }
}

TEST_CASE(
    "an hour that comes twice shows the same time, and one that is left out is gone on with") {
  auto first = index::ToLocalTime(*ParseRfc3339("2026-10-25T00:30:00Z"));
  CHECK(first.since_midnight == std::chrono::minutes{2 * 60 + 30});
  auto left_out = index::FromLocalTime(*ParseDate("2026-03-29"), std::chrono::minutes{2 * 60 + 30});
  CHECK(FormatRfc3339(left_out) == "2026-03-29T01:30:00.000Z");
  auto end_of_day = index::FromLocalTime(*ParseDate("2026-11-26"), std::chrono::hours{24});
  CHECK(FormatRfc3339(end_of_day) == "2026-11-26T23:00:00.000Z");
}
