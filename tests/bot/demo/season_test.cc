#include "bot/demo/season.h"

#include <doctest/doctest.h>

#include <numeric>

#include "kb/policy/policy.h"
#include "tests/support/days.h"
#include "tests/support/policy_of_the_tree.h"

namespace pomocnik::bot::demo {
namespace {

using testing::Day;

TEST_CASE("some days are busier than others") {
  const kb::SupportHours hours = testing::PolicyOfTheTree().hours;
  struct Row {
    const char* busy;
    const char* quiet;
  };
  const Row rows[] = {
      {"2026-11-23", "2026-11-27"},  // Monday, Friday
      {"2026-11-27", "2026-11-28"},  // Friday, Saturday
      {"2026-03-10", "2026-08-11"},  // before the annual report, in August
      {"2026-05-07", "2026-05-01"},  // a working day, a holiday
      {"2026-12-15", "2026-12-29"},  // before and after Christmas
      {"2026-04-30", "2026-04-23"},  // the end of a month
  };
  for (const Row& row : rows) {
    CAPTURE(row.busy);
    CHECK(BusynessOf(Day(row.busy), hours) > BusynessOf(Day(row.quiet), hours));
  }
}

TEST_CASE("modules have their season") {
  CHECK(SeasonOf("Davek na dodano vrednost", Day("2026-06-28")) > 2);
  CHECK(SeasonOf("Davek na dodano vrednost", Day("2026-06-08")) == 1);
  CHECK(SeasonOf("Obračun plač", Day("2026-06-10")) > 1.5);
  CHECK(SeasonOf("Osnovna sredstva", Day("2026-03-10")) > 2);
  CHECK(SeasonOf("Osnovna sredstva", Day("2026-07-10")) == 1);
}

TEST_CASE("all episodes are spread over the days, the same way for the same seed") {
  const kb::SupportHours hours = testing::PolicyOfTheTree().hours;
  const deflection::Period year{Day("2025-11-26"), Day("2026-11-25")};
  Dice dice(3);
  const auto spread = SpreadOver(year, 200'000, hours, dice);
  CHECK(spread.size() == 365);
  CHECK(std::accumulate(spread.begin(), spread.end(), 0) == 200'000);
  Dice same(3);
  CHECK(SpreadOver(year, 200'000, hours, same) == spread);
  // Few fall on some days only.
  const auto few = SpreadOver({Day("2026-11-23"), Day("2026-11-29")}, 3, hours, dice);
  CHECK(std::accumulate(few.begin(), few.end(), 0) == 3);
}

TEST_CASE("people ask while they work") {
  const kb::SupportHours hours = testing::PolicyOfTheTree().hours;
  Dice dice(1);
  int at_work = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto time = TimeOfDay(Day("2026-11-24"), hours, dice);
    CHECK(time < std::chrono::hours(24));
    if (time >= std::chrono::hours(7) && time < std::chrono::hours(16)) ++at_work;
  }
  CHECK(at_work > 800);
}

}  // namespace
}  // namespace pomocnik::bot::demo
