#include "bot/deflection/small_cells.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <random>

namespace pomocnik::bot::deflection {
namespace {

// A table's row as a reader of the export sees it: the five numbers a row is split into, and its episodes.
using Numbers = std::array<std::int64_t, 5>;
Numbers NumbersOf(const Tally& tally) {
  return {tally.confirmed, tally.potential, tally.none, tally.answered,
          tally.episodes - tally.answered};
}

bool IsSmall(std::int64_t count) { return count > 0 && count < kLeastTold; }

void SetTotals(Overview& overview) {
  overview.totals.tally = {};
  for (const Slice& slice : overview.by_module) {
    overview.totals.tally.episodes += slice.tally.episodes;
    overview.totals.tally.answered += slice.tally.answered;
    overview.totals.tally.confirmed += slice.tally.confirmed;
    overview.totals.tally.potential += slice.tally.potential;
    overview.totals.tally.none += slice.tally.none;
  }
}

Overview Modules(std::vector<Tally> tallies) {
  Overview overview;
  for (const Tally& tally : tallies) {
    overview.by_module.push_back(
        {.key = std::to_string(overview.by_module.size()), .tally = tally});
  }
  SetTotals(overview);
  return overview;
}

std::vector<Shown> ShownOf(const Overview& overview) {
  std::vector<Shown> shown;
  for (const Slice& slice : overview.by_module) shown.push_back(slice.shown);
  return shown;
}

TEST_CASE("rows are hidden as far as they must be") {
  using enum Shown;
  struct Case {
    const char* why;
    std::vector<Tally> rows;
    std::vector<Shown> shown;
  };
  // Episodes, answered, confirmed, potential, none.
  const Case cases[] = {
      {"nothing is small", {{50, 40, 20, 10, 20}, {30, 20, 10, 10, 10}}, {kAll, kAll}},
      {"nobody is nobody's secret", {{50, 50, 20, 30, 0}, {30, 30, 30, 0, 0}}, {kAll, kAll}},
      {"a small part hides the split, and that of the smallest other row",
       {{50, 40, 3, 27, 20}, {30, 20, 10, 10, 10}, {90, 50, 30, 30, 30}},
       {kNotSplit, kNotSplit, kAll}},
      {"few not answered are a small part as well",
       {{50, 48, 20, 10, 20}, {90, 50, 30, 30, 30}, {99, 50, 33, 33, 33}},
       {kNotSplit, kNotSplit, kAll}},
      {"a small row is left out, and the smallest other with it",
       {{4, 4, 2, 1, 1}, {60, 30, 20, 20, 20}, {90, 50, 30, 30, 30}},
       {kNothing, kNothing, kAll}},
      {"an empty row hides nothing",
       {{4, 4, 2, 1, 1}, {0, 0, 0, 0, 0}, {60, 30, 20, 20, 20}, {90, 50, 30, 30, 30}},
       {kNothing, kAll, kNothing, kAll}},
      {"two small rows that are few together need a third",
       {{2, 1, 1, 0, 1}, {2, 1, 1, 0, 1}, {60, 30, 20, 20, 20}, {90, 50, 30, 30, 30}},
       {kNothing, kNothing, kNothing, kAll}},
      {"a small part of the total hides every split",
       {{50, 40, 2, 28, 20}, {30, 20, 0, 20, 10}},
       {kNotSplit, kNotSplit}},
      {"a small total hides everything", {{2, 1, 1, 0, 1}, {1, 1, 1, 0, 0}}, {kNothing, kNothing}},
  };
  for (const Case& row : cases) {
    CAPTURE(row.why);
    Overview overview = Modules(row.rows);
    HideSmallCells(overview);
    CHECK(ShownOf(overview) == row.shown);
  }
}

// What of a column is hidden: how many numbers, and what they add up to.
struct Hidden {
  int rows = 0;
  std::int64_t sum = 0;
};

Hidden HiddenIn(const Overview& overview, Shown least,
                const std::function<std::int64_t(const Tally&)>& number) {
  Hidden hidden;
  for (const Slice& slice : overview.by_module) {
    if (slice.shown < least) continue;
    ++hidden.rows;
    hidden.sum += number(slice.tally);
  }
  return hidden;
}

// Who reads the total beside the rows learns the sum of what is hidden, and nothing that is small.
void CheckColumn(const Overview& overview, Shown least,
                 const std::function<std::int64_t(const Tally&)>& number) {
  const Hidden hidden = HiddenIn(overview, least, number);
  CHECK(hidden.rows != 1);
  CHECK_FALSE(IsSmall(hidden.sum));
}

TEST_CASE("no table gives a small number away, whatever is in it") {
  std::mt19937 random(20261126);
  const auto pick = [&](int most) { return static_cast<std::int64_t>(random() % (most + 1)); };
  for (int table = 0; table < 3000; ++table) {
    std::vector<Tally> rows;
    const auto size = 1 + pick(6);
    for (std::int64_t row = 0; row < size; ++row) {
      const int most = pick(1) == 0 ? 6 : 60;
      Tally tally{.confirmed = pick(most), .potential = pick(most), .none = pick(most)};
      tally.episodes = tally.confirmed + tally.potential + tally.none;
      tally.answered = tally.episodes - pick(static_cast<int>(tally.none));
      rows.push_back(tally);
    }
    Overview overview = Modules(rows);
    HideSmallCells(overview);
    for (const Slice& slice : overview.by_module) {
      // What is small itself is hidden.
      if (slice.shown == Shown::kAll) {
        for (const std::int64_t number : NumbersOf(slice.tally)) CHECK_FALSE(IsSmall(number));
      }
      if (slice.shown != Shown::kNothing) CHECK_FALSE(IsSmall(slice.tally.episodes));
    }
    if (overview.totals.shown != Shown::kNothing) {
      CheckColumn(overview, Shown::kNothing, [](const Tally& tally) { return tally.episodes; });
    }
    if (overview.totals.shown == Shown::kAll) {
      for (std::size_t part = 0; part < 5; ++part) {
        CheckColumn(overview, Shown::kNotSplit,
                    [part](const Tally& tally) { return NumbersOf(tally)[part]; });
      }
    }
  }
}

std::vector<NamedCount> Reasons(std::array<std::int64_t, 8> counts) {
  std::vector<NamedCount> reasons;
  for (std::size_t i = 0; i < counts.size(); ++i) reasons.push_back({kReasons[i], counts[i]});
  return reasons;
}

std::string HiddenNames(const std::vector<NamedCount>& counts) {
  std::string names;
  for (const NamedCount& count : counts) {
    if (count.shown == Shown::kNothing) names += std::string(count.name) + " ";
  }
  return names;
}

TEST_CASE("a small reason takes the next smallest with it, because all of them add up to none") {
  Overview overview = Modules({{100, 90, 30, 30, 40}});
  overview.reasons = Reasons({30, 30, 3, 10, 0, 8, 19, 0});
  HideSmallCells(overview);
  CHECK(HiddenNames(overview.reasons) == "drafted not_found ");

  overview = Modules({{100, 90, 30, 30, 40}});
  overview.reasons = Reasons({30, 30, 10, 10, 0, 8, 12, 0});
  HideSmallCells(overview);
  CHECK(HiddenNames(overview.reasons).empty());

  // The reasons of confirmed and potential are these numbers again.
  overview = Modules({{100, 90, 3, 57, 40}});
  overview.reasons = Reasons({3, 57, 10, 10, 0, 8, 12, 0});
  HideSmallCells(overview);
  CHECK(HiddenNames(overview.reasons) ==
        "helpful read drafted filed unhelpful not_found unread returned ");
}

TEST_CASE("few visits of a day are hidden with the day") {
  Overview overview = Modules({{100, 90, 30, 30, 40}});
  const Date monday = ParseDate("2026-11-02").value();
  overview.totals.visits = 203;
  overview.points = {{.date = monday, .visits = 3, .tally = {}},
                     {.date = DayAfter(monday), .visits = 120, .tally = {60, 50, 20, 20, 20}},
                     {.date = DayAfter(monday), .visits = 80, .tally = {40, 40, 10, 10, 20}}};
  HideSmallCells(overview);
  CHECK(overview.points[0].shown == Shown::kNothing);
  CHECK(overview.points[1].shown == Shown::kAll);
  CHECK(overview.points[2].shown == Shown::kNothing);
}

TEST_CASE("of a trial everything or nothing is told") {
  Overview overview = Modules({{100, 90, 30, 30, 40}});
  overview.holdout = Holdout{.shown = {80, 20}, .held = {20, 6}, .effect = std::nullopt};
  HideSmallCells(overview);
  CHECK(overview.holdout->told == Shown::kAll);
  overview.holdout->held.requests = 3;
  HideSmallCells(overview);
  CHECK(overview.holdout->told == Shown::kNothing);
}

TEST_CASE("what is left out, taken back or open stands for itself") {
  Overview overview = Modules({{100, 90, 30, 30, 40}});
  overview.excluded = {{"greeting", 4}, {"test", 5}};
  overview.taken_back = {{"returned", 1}, {"filed", 0}};
  overview.totals.open = 2;
  HideSmallCells(overview);
  CHECK(HiddenNames(overview.excluded) == "greeting ");
  CHECK(HiddenNames(overview.taken_back) == "returned ");
  CHECK(overview.totals.shown_open == Shown::kNothing);
  CHECK(overview.totals.shown == Shown::kAll);
}

}  // namespace
}  // namespace pomocnik::bot::deflection
