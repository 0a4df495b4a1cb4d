#include "bot/deflection/figures_csv.h"

#include <array>
#include <chrono>
#include <optional>

#include "base/csv_writer.h"

namespace pomocnik::bot::deflection {
namespace {

constexpr std::string_view kStar = "*";
constexpr int kRateDigits = 4;
constexpr double kCentsPerEuro = 100;

enum Column : std::size_t {
  kVisits,
  kQuestions,
  kEpisodes,
  kAnswered,
  kConfirmed,
  kPotential,
  kNone,
  kOpen,
  kAnsweredRate,
  kConfirmedRate,
  kPotentialRate,
  kRequests,
  kMinutes,
  kEur,
  kValue,
  kLow,
  kHigh,
  kColumns
};

constexpr std::array<std::string_view, kColumns> kNames = {"visits",
                                                           "questions",
                                                           "episodes",
                                                           "answered",
                                                           "confirmed",
                                                           "potential",
                                                           "none",
                                                           "open",
                                                           "answered_rate",
                                                           "confirmed_rate",
                                                           "potential_rate",
                                                           "requests",
                                                           "minutes",
                                                           "eur",
                                                           "value",
                                                           "low",
                                                           "high"};

struct Cell {
  enum class Kind { kEmpty, kHidden, kCount, kReal } kind = Kind::kEmpty;
  std::int64_t count = 0;
  double real = 0;
  int digits = 0;
};

struct Row {
  std::string_view table;
  std::string key;
  std::optional<Period> period{};
  std::array<Cell, kColumns> cells{};

  Row& Count(Column column, std::int64_t count, Shown shown = Shown::kAll,
             Shown least = Shown::kNotSplit) {
    cells[column] = {.kind = Cell::Kind::kCount, .count = count};
    if (shown > least) cells[column].kind = Cell::Kind::kHidden;
    return *this;
  }
  Row& Real(Column column, double real, int digits) {
    cells[column] = {.kind = Cell::Kind::kReal, .real = real, .digits = digits};
    return *this;
  }
  Row& Hide(Column column) {
    cells[column].kind = Cell::Kind::kHidden;
    return *this;
  }
};

void Write(const Cell& cell, CsvWriter& csv) {
  switch (cell.kind) {
    case Cell::Kind::kEmpty:
      csv.Empty();
      break;
    case Cell::Kind::kHidden:
      csv.Text(kStar);
      break;
    case Cell::Kind::kCount:
      csv.Number(cell.count);
      break;
    case Cell::Kind::kReal:
      csv.Number(cell.real, cell.digits);
      break;
  }
}

void Write(const Row& row, CsvWriter& csv) {
  csv.Text(row.table).Text(row.key);
  if (row.period) {
    csv.Text(FormatDate(row.period->from)).Text(FormatDate(row.period->to));
  } else {
    csv.Empty().Empty();
  }
  for (const Cell& cell : row.cells) Write(cell, csv);
  csv.EndRow();
}

void WriteHead(CsvWriter& csv) {
  csv.Text("table").Text("key").Text("from").Text("to");
  for (const std::string_view name : kNames) csv.Text(name);
  csv.EndRow();
}

void Fill(const Tally& tally, Shown shown, Row& row) {
  row.Count(kEpisodes, tally.episodes, shown)
      .Count(kAnswered, tally.answered, shown, Shown::kAll)
      .Count(kConfirmed, tally.confirmed, shown, Shown::kAll)
      .Count(kPotential, tally.potential, shown, Shown::kAll)
      .Count(kNone, tally.none, shown, Shown::kAll);
}

void FillRate(Column column, std::int64_t part, const Totals& totals, Row& row) {
  const auto rate = Rate(part, totals.tally.episodes);
  if (!rate) return;
  if (totals.shown == Shown::kAll) {
    row.Real(column, *rate, kRateDigits);
  } else {
    row.Hide(column);
  }
}

void WriteTotals(std::string_view table, const Totals& totals, const Period& period,
                 CsvWriter& csv) {
  Row row{.table = table, .key = "", .period = period};
  row.Count(kVisits, totals.visits, totals.shown).Count(kQuestions, totals.questions, totals.shown);
  Fill(totals.tally, totals.shown, row);
  row.Count(kOpen, totals.open, totals.shown_open);
  FillRate(kAnsweredRate, totals.tally.answered, totals, row);
  FillRate(kConfirmedRate, totals.tally.confirmed, totals, row);
  FillRate(kPotentialRate, totals.tally.potential, totals, row);
  Write(row, csv);
}

void WriteCounts(std::string_view table, const std::vector<NamedCount>& counts, CsvWriter& csv) {
  for (const NamedCount& count : counts) {
    Row row{.table = table, .key = std::string(count.name)};
    Write(row.Count(kEpisodes, count.count, count.shown), csv);
  }
}

void WritePoints(const Overview& overview, CsvWriter& csv) {
  const bool weeks = overview.by == By::kWeek;
  for (const Point& point : overview.points) {
    Date last = point.date;
    if (weeks) last = Date(std::chrono::sys_days(point.date) + std::chrono::days(6));
    Row row{.table = weeks ? "week" : "day", .key = "", .period = Period{point.date, last}};
    row.Count(kVisits, point.visits, point.shown);
    Fill(point.tally, point.shown, row);
    Write(row, csv);
  }
}

void WriteSlices(std::string_view table, const std::vector<Slice>& slices, CsvWriter& csv) {
  for (const Slice& slice : slices) {
    Row row{.table = table, .key = slice.key};
    Fill(slice.tally, slice.shown, row);
    Write(row, csv);
  }
}

void WriteSaving(std::string_view key, const Saving& saving, Shown shown, CsvWriter& csv) {
  Row row{.table = "saving", .key = std::string(key)};
  row.Count(kMinutes, saving.minutes, shown, Shown::kAll);
  row.Real(kEur, static_cast<double>(saving.cents) / kCentsPerEuro, 2);
  if (shown != Shown::kAll) row.Hide(kEur);
  Write(row, csv);
}

void WriteAssumptions(const Assumptions& assumptions, CsvWriter& csv) {
  Row minutes{.table = "assumption", .key = "minutes_per_request"};
  Write(minutes.Count(kValue, assumptions.minutes_per_request), csv);
  Row eur{.table = "assumption", .key = "eur_per_hour"};
  Write(eur.Real(kValue, assumptions.cents_per_hour / kCentsPerEuro, 2), csv);
}

void WriteKnown(const Known& known, CsvWriter& csv) {
  Row row{.table = "known", .key = "requests_imported"};
  Write(row.Count(kValue, known.requests_imported), csv);
  if (!known.last_request_at) return;
  Write(Row{.table = "known", .key = "last_request_at " + FormatRfc3339(*known.last_request_at)},
        csv);
}

void WriteArm(std::string_view key, const ArmCounts& arm, Shown told, CsvWriter& csv) {
  Row row{.table = "holdout", .key = std::string(key)};
  Write(row.Count(kEpisodes, arm.episodes, told).Count(kRequests, arm.requests, told), csv);
}

void WriteHoldout(const Holdout& holdout, CsvWriter& csv) {
  WriteArm("shown", holdout.shown, holdout.told, csv);
  WriteArm("held", holdout.held, holdout.told, csv);
  if (!holdout.effect) return;
  Row row{.table = "holdout", .key = "effect"};
  row.Real(kValue, holdout.effect->value, kRateDigits)
      .Real(kLow, holdout.effect->interval.low, kRateDigits)
      .Real(kHigh, holdout.effect->interval.high, kRateDigits);
  if (holdout.told != Shown::kAll) row.Hide(kValue).Hide(kLow).Hide(kHigh);
  Write(row, csv);
}

void WriteFilter(std::string_view name, const std::string& value, CsvWriter& csv) {
  if (value.empty()) return;
  Write(Row{.table = "filter", .key = std::string(name) + " " + value}, csv);
}

}  // namespace

std::string WriteOverviewCsv(const Overview& overview) {
  CsvWriter csv;
  WriteHead(csv);
  WriteFilter("channel", overview.filter.channel, csv);
  WriteFilter("module", overview.filter.module, csv);
  WriteFilter("lang", overview.filter.lang, csv);
  WriteTotals("totals", overview.totals, overview.period, csv);
  WriteTotals("previous", overview.previous, overview.previous_period, csv);
  WriteCounts("reason", overview.reasons, csv);
  WriteCounts("taken_back", overview.taken_back, csv);
  WriteCounts("excluded", overview.excluded, csv);
  WritePoints(overview, csv);
  WriteSlices("channel", overview.by_channel, csv);
  WriteSlices("module", overview.by_module, csv);
  WriteSlices("lang", overview.by_language, csv);
  WriteSaving("confirmed", overview.confirmed_saving(), overview.totals.shown, csv);
  WriteSaving("potential", overview.potential_saving(), overview.totals.shown, csv);
  WriteAssumptions(overview.assumptions, csv);
  WriteKnown(overview.known, csv);
  if (overview.holdout) WriteHoldout(*overview.holdout, csv);
  return csv.csv();
}

}  // namespace pomocnik::bot::deflection
