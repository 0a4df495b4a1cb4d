#include "bot/deflection/figures.h"

#include <doctest/doctest.h>

#include "tests/support/days.h"

namespace pomocnik::bot::deflection {
namespace {

using testing::Day;

OverviewQuestion Ask(const char* from, const char* to, By by) {
  return {.period = {Day(from), Day(to)}, .filter = {}, .by = by};
}

struct Place {
  const char* channel = "web";
  const char* module = "Fakturiranje";
  const char* lang = "sl";
};

// `reasons` in the order of kReasons; one question an episode, and one more.
LedgerCounts::Episodes Row(const char* day, const char* standing, Place place,
                           std::int64_t answered, std::array<std::int64_t, 8> reasons) {
  LedgerCounts::Episodes row{.day = Day(day),
                             .standing = standing,
                             .channel = place.channel,
                             .module = place.module,
                             .lang = place.lang,
                             .answered = answered,
                             .reasons = reasons};
  for (const std::int64_t count : reasons) row.episodes += count;
  row.questions = row.episodes + 1;
  return row;
}

std::int64_t CountOf(const std::vector<NamedCount>& counts, std::string_view name) {
  for (const NamedCount& count : counts) {
    if (count.name == name) return count.count;
  }
  FAIL("no such name");
  return 0;
}

LedgerCounts TwoDays() {
  LedgerCounts counts;
  counts.episodes = {
      Row("2026-11-02", "counted", {}, 8, {2, 3, 0, 0, 0, 5, 0, 0}),
      Row("2026-11-02", "counted", {.channel = "f1", .lang = "en"}, 4, {1, 0, 0, 0, 0, 3, 0, 0}),
      Row("2026-11-02", "greeting", {}, 0, {0, 0, 0, 0, 0, 7, 0, 0}),
      Row("2026-11-09", "counted", {.module = ""}, 15, {5, 5, 0, 0, 0, 10, 0, 0}),
      Row("2026-11-09", "test", {}, 3, {3, 0, 0, 0, 0, 0, 0, 0}),
  };
  counts.visits = {{Day("2026-11-02"), 30}, {Day("2026-11-03"), 5}, {Day("2026-11-09"), 40}};
  counts.taken_back = {{"returned", 2}, {"unread", 1}};
  counts.open = 3;
  counts.previous = {.visits = 9, .questions = 11, .tally = {10, 5, 1, 2, 7}, .open = 0};
  return counts;
}

TEST_CASE("totals are those of counted episodes, the others are told apart") {
  const Overview overview =
      MakeOverview(Ask("2026-11-02", "2026-11-09", By::kDay), TwoDays(), Assumptions());
  CHECK(overview.totals.visits == 75);
  CHECK(overview.totals.questions == 37);
  CHECK(overview.totals.open == 3);
  CHECK(overview.totals.tally == Tally{34, 27, 8, 8, 18});
  CHECK(CountOf(overview.excluded, "greeting") == 7);
  CHECK(CountOf(overview.excluded, "test") == 3);
  CHECK(CountOf(overview.excluded, "staff") == 0);
  CHECK(CountOf(overview.reasons, "not_found") == 18);
  CHECK(CountOf(overview.reasons, "drafted") == 0);
  CHECK(overview.previous_period == Period{Day("2026-10-25"), Day("2026-11-01")});
  CHECK(overview.previous.tally.none == 7);
  // That a new answer was not read yet does not take a success back.
  CHECK(CountOf(overview.taken_back, "returned") == 2);
  CHECK(overview.taken_back.size() == kTakenBack.size());
}

TEST_CASE("every day of the period has a point, with nothing in it when nothing happened") {
  const Overview overview =
      MakeOverview(Ask("2026-11-02", "2026-11-09", By::kDay), TwoDays(), Assumptions());
  REQUIRE(overview.points.size() == 8);
  CHECK(overview.points[0].tally == Tally{14, 12, 3, 3, 8});
  CHECK(overview.points[1].visits == 5);
  CHECK(overview.points[1].tally == Tally());
  CHECK(overview.points[7].date == Day("2026-11-09"));
  CHECK(overview.points[7].tally == Tally{20, 15, 5, 5, 10});
}

TEST_CASE("weeks begin on Monday, also when the period does not") {
  const Overview overview =
      MakeOverview(Ask("2026-11-01", "2026-11-09", By::kWeek), TwoDays(), Assumptions());
  REQUIRE(overview.points.size() == 3);
  CHECK(overview.points[0].date == Day("2026-10-26"));
  CHECK(overview.points[0].tally == Tally());
  CHECK(overview.points[1].date == Day("2026-11-02"));
  CHECK(overview.points[1].visits == 35);
  CHECK(overview.points[1].tally.episodes == 14);
  CHECK(overview.points[2].tally.episodes == 20);
}

TEST_CASE("breakdowns add up to the total, the largest first") {
  const Overview overview =
      MakeOverview(Ask("2026-11-02", "2026-11-09", By::kDay), TwoDays(), Assumptions());
  REQUIRE(overview.by_module.size() == 2);
  CHECK(overview.by_module[0].key.empty());
  CHECK(overview.by_module[0].tally.episodes == 20);
  CHECK(overview.by_module[1].tally.episodes == 14);
  REQUIRE(overview.by_channel.size() == 2);
  CHECK(overview.by_channel[0].key == "web");
  CHECK(overview.by_channel[1].tally == Tally{4, 4, 1, 0, 3});
  for (const auto* slices : {&overview.by_channel, &overview.by_module, &overview.by_language}) {
    std::int64_t sum = 0;
    for (const Slice& slice : *slices) sum += slice.tally.episodes;
    CHECK(sum == overview.totals.tally.episodes);
  }
}

TEST_CASE("the saving of confirmed and of potential is told apart") {
  const Assumptions assumptions{.minutes_per_request = 20, .cents_per_hour = 6000};
  const Overview overview =
      MakeOverview(Ask("2026-11-02", "2026-11-09", By::kDay), TwoDays(), assumptions);
  CHECK(overview.confirmed_saving() == Saving{160, 16'000});
  CHECK(overview.potential_saving() == Saving{160, 16'000});
}

TEST_CASE("a trial has an effect when there are both arms and requests are known") {
  LedgerCounts counts = TwoDays();
  const OverviewQuestion question = Ask("2026-11-02", "2026-11-09", By::kDay);
  CHECK_FALSE(MakeOverview(question, counts, Assumptions()).holdout);
  counts.shown = {.episodes = 80, .requests = 48};
  counts.held = {.episodes = 70, .requests = 56};
  auto holdout = MakeOverview(question, counts, Assumptions()).holdout;
  REQUIRE(holdout);
  CHECK_FALSE(holdout->effect);
  CHECK(holdout->share() == doctest::Approx(70.0 / 150));
  counts.known.requests_imported = 104;
  holdout = MakeOverview(question, counts, Assumptions()).holdout;
  REQUIRE(holdout->effect);
  // As published: see base/proportion_test.cc.
  CHECK(holdout->effect->value == doctest::Approx(0.2));
  CHECK(holdout->effect->interval.low == doctest::Approx(0.0524).epsilon(0.001));
  CHECK(holdout->effect->interval.high == doctest::Approx(0.3339).epsilon(0.001));
}

TEST_CASE("a long period is told by weeks") {
  CHECK(UsualStep({Day("2026-01-01"), Day("2026-04-02")}) == By::kDay);
  CHECK(UsualStep({Day("2026-01-01"), Day("2026-04-03")}) == By::kWeek);
}

TEST_CASE("there is no share of nothing") {
  CHECK_FALSE(Rate(0, 0));
  CHECK(Rate(1, 4) == 0.25);
}

}  // namespace
}  // namespace pomocnik::bot::deflection
