#include "bot/deflection/small_cells.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pomocnik::bot::deflection {
namespace {

bool IsSmall(std::int64_t count) { return count > 0 && count < kLeastTold; }

// The numbers that a row is split into.
std::array<std::int64_t, 5> PartsOf(const Tally& tally) {
  return {tally.confirmed, tally.potential, tally.none, tally.answered,
          tally.episodes - tally.answered};
}

bool HasSmallPart(const Tally& tally) {
  const auto parts = PartsOf(tally);
  return std::any_of(parts.begin(), parts.end(), IsSmall);
}

// A row of any table, as far as hiding is concerned.
struct HideableRow {
  std::int64_t visits = 0;  // 0 in tables that have none
  Tally tally;
  Shown* shown = nullptr;
};

Shown OwnLevel(const HideableRow& row) {
  if (IsSmall(row.tally.episodes) || IsSmall(row.visits)) return Shown::kNothing;
  return HasSmallPart(row.tally) ? Shown::kNotSplit : Shown::kAll;
}

bool IsEmpty(const HideableRow& row) { return row.tally.episodes == 0 && row.visits == 0; }

// Whether the rows hidden at least to that level could be solved for with the help of the total.
bool GivesAway(const std::vector<HideableRow>& rows, Shown level) {
  int hidden = 0;
  std::int64_t visits = 0;
  Tally sum;
  for (const HideableRow& row : rows) {
    if (*row.shown < level) continue;
    ++hidden;
    visits += row.visits;
    sum.episodes += row.tally.episodes;
    sum.answered += row.tally.answered;
    sum.confirmed += row.tally.confirmed;
    sum.potential += row.tally.potential;
    sum.none += row.tally.none;
  }
  if (hidden == 0) return false;
  if (hidden == 1) return true;
  if (level == Shown::kNothing) return IsSmall(visits) || IsSmall(sum.episodes);
  return HasSmallPart(sum);
}

// Hides the smallest row that is not hidden to that level yet. False: there is none that would help.
bool HideNext(std::vector<HideableRow>& rows, Shown level) {
  HideableRow* next = nullptr;
  for (HideableRow& row : rows) {
    if (*row.shown >= level || IsEmpty(row)) continue;
    const auto size = [](const HideableRow& of) { return std::pair(of.tally.episodes, of.visits); };
    if (next == nullptr || size(row) < size(*next)) next = &row;
  }
  if (next == nullptr) return false;
  *next->shown = level;
  return true;
}

void HideIn(std::vector<HideableRow> rows, Shown total) {
  for (HideableRow& row : rows) *row.shown = std::max(total, OwnLevel(row));
  // Who hides a row whole hides its parts, too; so the whole ones come first.
  for (const Shown level : {Shown::kNothing, Shown::kNotSplit}) {
    while (GivesAway(rows, level) && HideNext(rows, level)) {
    }
  }
}

std::vector<HideableRow> RowsOf(std::vector<Slice>& slices) {
  std::vector<HideableRow> rows;
  rows.reserve(slices.size());
  for (Slice& slice : slices) {
    rows.push_back({.visits = 0, .tally = slice.tally, .shown = &slice.shown});
  }
  return rows;
}

std::vector<HideableRow> RowsOf(std::vector<Point>& points) {
  std::vector<HideableRow> rows;
  rows.reserve(points.size());
  for (Point& point : points) {
    rows.push_back({.visits = point.visits, .tally = point.tally, .shown = &point.shown});
  }
  return rows;
}

void HideTotals(Totals& totals) {
  totals.shown = OwnLevel({.visits = totals.visits, .tally = totals.tally});
  totals.shown_open =
      totals.shown == Shown::kNothing || IsSmall(totals.open) ? Shown::kNothing : Shown::kAll;
}

void HideEach(std::vector<NamedCount>& counts, Shown total) {
  for (NamedCount& count : counts) {
    if (total == Shown::kNothing || IsSmall(count.count)) count.shown = Shown::kNothing;
  }
}

// Those of `none`, which add up to it.
void HideReasons(std::vector<NamedCount>& reasons, Shown total) {
  HideEach(reasons, total == Shown::kAll ? Shown::kAll : Shown::kNothing);
  if (total != Shown::kAll) return;
  for (;;) {
    std::int64_t hidden = 0;
    std::int64_t sum = 0;
    NamedCount* next = nullptr;  // the smallest that is told
    for (NamedCount& reason : reasons) {
      if (reason.name == kReasons[0] || reason.name == kReasons[1]) continue;
      if (reason.shown == Shown::kNothing) {
        ++hidden;
        sum += reason.count;
      } else if (reason.count > 0 && (next == nullptr || reason.count < next->count)) {
        next = &reason;
      }
    }
    if (hidden == 0 || (hidden > 1 && !IsSmall(sum)) || next == nullptr) return;
    next->shown = Shown::kNothing;
  }
}

void HideHoldout(Holdout& holdout, Shown total) {
  for (const ArmCounts& arm : {holdout.shown, holdout.held}) {
    if (IsSmall(arm.episodes) || IsSmall(arm.requests) || IsSmall(arm.episodes - arm.requests)) {
      holdout.told = Shown::kNothing;
    }
  }
  if (total == Shown::kNothing) holdout.told = Shown::kNothing;
}

}  // namespace

void HideSmallCells(Overview& overview) {
  HideTotals(overview.totals);
  HideTotals(overview.previous);
  const Shown total = overview.totals.shown;
  HideIn(RowsOf(overview.points), total);
  HideIn(RowsOf(overview.by_channel), total);
  HideIn(RowsOf(overview.by_module), total);
  HideIn(RowsOf(overview.by_language), total);
  HideEach(overview.excluded, Shown::kAll);
  HideReasons(overview.reasons, total);
  HideEach(overview.taken_back, total);
  if (overview.holdout) HideHoldout(*overview.holdout, total);
}

}  // namespace pomocnik::bot::deflection
