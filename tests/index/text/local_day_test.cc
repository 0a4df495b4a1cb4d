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
