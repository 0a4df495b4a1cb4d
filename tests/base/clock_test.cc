#include "base/clock.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/fake_clock.h"

namespace pomocnik {
namespace {

std::string Normal(std::string_view text) {
  auto instant = ParseRfc3339(text);
  return instant ? FormatRfc3339(*instant) : "none";
}

TEST_CASE("instants are read in any offset and written in UTC") {
  struct Row {
    const char* text;
    const char* normal;
  };
  const Row rows[] = {
      {"2026-11-23T15:00:00Z", "2026-11-23T15:00:00.000Z"},
      {"2026-11-23t15:00:00z", "2026-11-23T15:00:00.000Z"},
      {"2026-11-23T15:00:00.5Z", "2026-11-23T15:00:00.500Z"},
      {"2026-11-23T15:00:00.123456Z", "2026-11-23T15:00:00.123Z"},
      {"2026-11-23T15:00:00+01:00", "2026-11-23T14:00:00.000Z"},
      {"2026-11-23T23:30:00-01:30", "2026-11-24T01:00:00.000Z"},
      {"2026-01-01T00:00:00+00:01", "2025-12-31T23:59:00.000Z"},
      {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Normal(row.text) == row.normal);
  }
}

TEST_CASE("anything else is no instant") {
  for (const char* text :
       {"", "2026-11-23", "2026-11-23T15:00:00", "2026-11-23 15:00:00Z", "2026-11-23T24:00:00Z",
        "2026-11-23T15:60:00Z", "2026-11-23T15:00:60Z", "2026-02-30T00:00:00Z",
        "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-23T15:00:00.Z",
        "2026-11-23T15:00:00+1:00", "2026-11-23T15:00:00+24:00", "2026-11-23T15:00:00+01:60",
        "2026-11-23T15:00:00Zx", "2026-11-23T15:00:00+0100", "x026-11-23T15:00:00Z"}) {
    CAPTURE(text);
    CHECK(Normal(text) == "none");
  }
}

TEST_CASE("dates are read strictly") {
  auto date = ParseDate("2026-11-23");
  REQUIRE(date);
  CHECK(FormatDate(*date) == "2026-11-23");
  CHECK(FormatDate(*ParseDate("0987-06-05")) == "0987-06-05");
  for (const char* text : {"", "2026-11-3", "2026-1-03", "23. 11. 2026", "2026-02-29", "2026-00-01",
                           "2026-04-31", "2026-11-23 ", "2026/11/23", "-026-11-23"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseDate(text));
  }
}

TEST_CASE("the fake clock moves only when told to") {
  testing::FakeClock clock;
  CHECK(FormatRfc3339(clock.Now()) == "2026-11-23T09:00:00.000Z");
  clock.Tick(std::chrono::minutes{90});
  CHECK(FormatRfc3339(clock.Now()) == "2026-11-23T10:30:00.000Z");
}

}  // namespace
}  // namespace pomocnik
