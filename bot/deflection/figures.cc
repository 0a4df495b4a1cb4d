#include "bot/deflection/figures.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace pomocnik::bot::deflection {
namespace {

constexpr int kMostDaysByDay = 92;

void Add(const Tally& more, Tally& sum) {
  sum.episodes += more.episodes;
  sum.answered += more.answered;
  sum.confirmed += more.confirmed;
  sum.potential += more.potential;
  sum.none += more.none;
}

Tally TallyOf(const LedgerCounts::Episodes& row) {
  const std::int64_t confirmed = row.reasons[0];
  const std::int64_t potential = row.reasons[1];
  return {.episodes = row.episodes,
          .answered = row.answered,
          .confirmed = confirmed,
          .potential = potential,
          .none = row.episodes - confirmed - potential};
}

Date StartOf(By by, Date day) { return by == By::kWeek ? MondayOf(day) : day; }

// All of the period, without anything in them.
std::vector<Point> EmptyPoints(const Period& period, By by) {
  std::vector<Point> points;
  for (Date day = period.from; day <= period.to; day = DayAfter(day)) {
    const Date start = StartOf(by, day);
    if (points.empty() || points.back().date != start) {
      points.push_back({.date = start, .visits = 0, .tally = {}});
    }
  }
  return points;
}

// The point that the day is part of; null outside of the period.
Point* FindPoint(std::vector<Point>& points, By by, Date day) {
  const Date start = StartOf(by, day);
  const auto found =
      std::lower_bound(points.begin(), points.end(), start,
                       [](const Point& point, Date date) { return point.date < date; });
  return found != points.end() && found->date == start ? &*found : nullptr;
}

std::vector<Slice> Sorted(const std::map<std::string_view, Tally>& tallies) {
  std::vector<Slice> slices;
  slices.reserve(tallies.size());
  for (const auto& [key, tally] : tallies) slices.push_back({std::string(key), tally});
  std::stable_sort(slices.begin(), slices.end(), [](const Slice& one, const Slice& other) {
    return one.tally.episodes > other.tally.episodes;
  });
  return slices;
}

std::vector<NamedCount> Zeros(std::span<const std::string_view> names) {
  std::vector<NamedCount> counts;
  for (const std::string_view name : names) counts.push_back({.name = name, .count = 0});
  return counts;
}

void AddTo(std::vector<NamedCount>& counts, std::string_view name, std::int64_t count) {
  const auto found = std::find_if(counts.begin(), counts.end(),
                                  [&](const NamedCount& other) { return other.name == name; });
  if (found != counts.end()) found->count += count;
}

std::optional<Holdout> HoldoutOf(const LedgerCounts& counted) {
  if (counted.shown.episodes + counted.held.episodes == 0) return std::nullopt;
  Holdout holdout{.shown = counted.shown, .held = counted.held, .effect = std::nullopt};
  if (counted.known.requests_imported > 0 && counted.shown.episodes > 0 &&
      counted.held.episodes > 0) {
    holdout.effect = DifferenceOf({counted.held.requests, counted.held.episodes},
                                  {counted.shown.requests, counted.shown.episodes});
  }
  return holdout;
}

// Those that are in the denominator go into the totals, the points and the breakdowns; the others are counted apart.
void CountEpisodes(const LedgerCounts& counted, Overview& overview) {
  std::map<std::string_view, Tally> channels;
  std::map<std::string_view, Tally> modules;
  std::map<std::string_view, Tally> languages;
  for (const LedgerCounts::Episodes& row : counted.episodes) {
    if (row.standing != "counted") {
      AddTo(overview.excluded, row.standing, row.episodes);
      continue;
    }
    const Tally tally = TallyOf(row);
    overview.totals.questions += row.questions;
    for (std::size_t i = 0; i < kReasons.size(); ++i) overview.reasons[i].count += row.reasons[i];
    Add(tally, overview.totals.tally);
    Add(tally, channels[row.channel]);
    Add(tally, modules[row.module]);
    Add(tally, languages[row.lang]);
    if (Point* point = FindPoint(overview.points, overview.by, row.day)) Add(tally, point->tally);
  }
  overview.by_channel = Sorted(channels);
  overview.by_module = Sorted(modules);
  overview.by_language = Sorted(languages);
}

void CountVisits(const LedgerCounts& counted, Overview& overview) {
  for (const LedgerCounts::Visits& row : counted.visits) {
    overview.totals.visits += row.visits;
    if (Point* point = FindPoint(overview.points, overview.by, row.day)) {
      point->visits += row.visits;
    }
  }
}

}  // namespace

double Holdout::share() const {
  return static_cast<double>(held.episodes) / static_cast<double>(held.episodes + shown.episodes);
}

By UsualStep(const Period& period) {
  return DaysIn(period) <= kMostDaysByDay ? By::kDay : By::kWeek;
}

Overview MakeOverview(const OverviewQuestion& question, const LedgerCounts& counted,
                      const Assumptions& assumptions) {
  Overview overview;
  overview.period = question.period;
  overview.previous_period = PreviousOf(question.period);
  overview.filter = question.filter;
  overview.by = question.by;
  overview.points = EmptyPoints(question.period, question.by);
  overview.excluded = Zeros(kExcluded);
  overview.reasons = Zeros(kReasons);
  overview.taken_back = Zeros(kTakenBack);
  overview.assumptions = assumptions;
  overview.known = counted.known;
  overview.holdout = HoldoutOf(counted);
  CountEpisodes(counted, overview);
  CountVisits(counted, overview);
  for (const LedgerCounts::TakenBack& row : counted.taken_back) {
    AddTo(overview.taken_back, row.reason, row.episodes);
  }
  overview.totals.open = counted.open;
  overview.previous = counted.previous;
  return overview;
}

std::optional<double> Rate(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace pomocnik::bot::deflection
