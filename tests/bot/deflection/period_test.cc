#include "bot/deflection/period.h"

#include <doctest/doctest.h>

#include "tests/support/days.h"

namespace pomocnik::bot::deflection {
namespace {

using testing::Day;

Period Days(const char* from, const char* to) { return {Day(from), Day(to)}; }

TEST_CASE("the period before is as long and ends right before") {
  struct Row {
    Period period;
    Period before;
  };
  const Row rows[] = {
      {Days("2026-11-02", "2026-11-08"), Days("2026-10-26", "2026-11-01")},
      {Days("2026-03-01", "2026-03-01"), Days("2026-02-28", "2026-02-28")},
      {Days("2026-01-01", "2026-12-31"), Days("2025-01-01", "2025-12-31")},
      {Days("2024-02-01", "2024-02-29"), Days("2024-01-03", "2024-01-31")},
  };
  for (const Row& row : rows) {
    CAPTURE(FormatDate(row.period.from));
    CHECK(PreviousOf(row.period) == row.before);
    CHECK(DaysIn(row.period) == DaysIn(row.before));
  }
  CHECK(DaysIn(Days("2026-01-01", "2026-12-31")) == 365);
}

TEST_CASE("the last full days end yesterday") {
  CHECK(LastFullDays(Day("2026-11-26"), 30) == Days("2026-10-27", "2026-11-25"));
  CHECK(LastFullDays(Day("2026-01-01"), 1) == Days("2025-12-31", "2025-12-31"));
}

TEST_CASE("a week begins on Monday") {
  CHECK(MondayOf(Day("2026-11-23")) == Day("2026-11-23"));
  CHECK(MondayOf(Day("2026-11-29")) == Day("2026-11-23"));
  // The first days of a year may lie in a week of the year before.
  CHECK(MondayOf(Day("2027-01-01")) == Day("2026-12-28"));
  CHECK(DayAfter(Day("2024-02-28")) == Day("2024-02-29"));
}

}  // namespace
}  // namespace pomocnik::bot::deflection
