// The samples in ../golden/staff_overview*.json are what the server writes; the pages' tests use the same files.
#include "bot/http/staff/figures_api.h"

#include <doctest/doctest.h>

#include "bot/deflection/figures_csv.h"
#include "bot/deflection/small_cells.h"
#include "tests/bot/http/golden.h"
#include "tests/support/days.h"

namespace pomocnik::bot::http {
namespace {

using deflection::LedgerCounts;
using deflection::Overview;
using testing::CheckSample;
using testing::Day;
using testing::Golden;

// `reasons` in the order of kReasons.
LedgerCounts::Episodes EpisodesOn(const char* day, const char* channel, const char* module,
                                  std::int64_t answered, std::array<std::int64_t, 8> reasons) {
  LedgerCounts::Episodes row{.day = Day(day),
                             .standing = "counted",
                             .channel = channel,
                             .module = module,
                             .lang = "sl",
                             .answered = answered,
                             .reasons = reasons};
  for (const std::int64_t count : reasons) row.episodes += count;
  row.questions = row.episodes * 5 / 4;
  return row;
}

deflection::OverviewQuestion ThreeDays() {
  return {
      .period = {Day("2026-11-20"), Day("2026-11-22")}, .filter = {}, .by = deflection::By::kDay};
}

Overview Busy() {
  LedgerCounts counts;
  counts.episodes = {
      EpisodesOn("2026-11-20", "web", "Fakturiranje", 96, {31, 42, 17, 6, 5, 11, 6, 2}),
      EpisodesOn("2026-11-20", "f1", "Obračun plač", 70, {20, 32, 11, 5, 3, 7, 1, 1}),
      EpisodesOn("2026-11-20", "portal", "", 9, {2, 6, 2, 1, 0, 2, 1, 0}),
      EpisodesOn("2026-11-21", "web", "Fakturiranje", 7, {2, 4, 1, 0, 1, 1, 0, 0}),
      EpisodesOn("2026-11-22", "web", "", 1, {0, 1, 0, 0, 0, 1, 1, 0}),
      EpisodesOn("2026-11-22", "web", "", 0, {0, 0, 0, 0, 0, 11, 0, 0}),
  };
  counts.episodes.back().standing = "greeting";
  counts.visits = {{Day("2026-11-20"), 402}, {Day("2026-11-21"), 18}, {Day("2026-11-22"), 6}};
  counts.taken_back = {{"returned", 3}, {"filed", 5}};
  counts.open = 71;
  counts.previous = {.visits = 377, .questions = 255, .tally = {198, 160, 41, 70, 87}, .open = 0};
  counts.shown = {.episodes = 170, .requests = 17};
  counts.held = {.episodes = 56, .requests = 16};
  counts.known = {.requests_imported = 812,
                  .last_request_at = ParseRfc3339("2026-11-22T14:03:00Z")};
  const deflection::Assumptions assumptions{.minutes_per_request = 20,
                                            .cents_per_hour = 36'50,
                                            .changed_by = "ana.novak",
                                            .changed_at = ParseRfc3339("2026-11-02T08:15:00Z")};
  return deflection::MakeOverview(ThreeDays(), counts, assumptions);
}

TEST_CASE("the overview is written as its sample says") {
  CheckSample(WriteOverview(Busy()), "staff_overview.json", "StaffOverview");
}

TEST_CASE("the overview of a period in which nothing happened is written as its sample says") {
  const Overview nothing =
      deflection::MakeOverview(ThreeDays(), LedgerCounts(), deflection::Assumptions());
  CheckSample(WriteOverview(nothing), "staff_overview_empty.json", "StaffOverview");
}

TEST_CASE("an export hides what is small, as its samples say") {
  Overview overview = Busy();
  deflection::HideSmallCells(overview);
  CheckSample(WriteOverviewExport(overview), "staff_overview_export.json", "StaffOverview");
  std::string csv = deflection::WriteOverviewCsv(overview);
  std::erase(csv, '\r');
  CHECK(csv == Golden("staff_overview_export.csv"));
}

TEST_CASE("assumptions are read and written as their samples say") {
  deflection::Assumptions assumptions;
  CHECK_FALSE(ReadAssumptionsRequest(Golden("staff_assumptions_request.json"), assumptions));
  CHECK(assumptions.minutes_per_request == 20);
  CHECK(assumptions.cents_per_hour == 36'50);
  assumptions.changed_by = "ana.novak";
  assumptions.changed_at = ParseRfc3339("2026-11-02T08:15:00Z");
  CheckSample(WriteAssumptions(assumptions), "staff_assumptions.json", "StaffAssumptions");
}

TEST_CASE("assumptions that cannot be are refused, naming the field") {
  struct Row {
    const char* body;
    Problem problem;
    const char* field;
  };
  const Row rows[] = {
      {"[]", Problem::kMalformedJson, ""},
      {R"({"eurPerHour": 30})", Problem::kMissingField, "minutesPerRequest"},
      {R"({"minutesPerRequest": 20})", Problem::kMissingField, "eurPerHour"},
      {R"({"minutesPerRequest": "20", "eurPerHour": 30})", Problem::kWrongField,
       "minutesPerRequest"},
      {R"({"minutesPerRequest": 0, "eurPerHour": 30})", Problem::kWrongField, "minutesPerRequest"},
      {R"({"minutesPerRequest": 2.5, "eurPerHour": 30})", Problem::kWrongField,
       "minutesPerRequest"},
      {R"({"minutesPerRequest": 1441, "eurPerHour": 30})", Problem::kWrongField,
       "minutesPerRequest"},
      {R"({"minutesPerRequest": 20, "eurPerHour": -1})", Problem::kWrongField, "eurPerHour"},
      {R"({"minutesPerRequest": 20, "eurPerHour": 0.001})", Problem::kWrongField, "eurPerHour"},
      {R"({"minutesPerRequest": 20, "eurPerHour": 1000.01})", Problem::kWrongField, "eurPerHour"},
      {R"({"minutesPerRequest": 20, "eurPerHour": 1e300})", Problem::kWrongField, "eurPerHour"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.body);
    deflection::Assumptions assumptions;
    const auto refusal = ReadAssumptionsRequest(row.body, assumptions);
    REQUIRE(refusal);
    CHECK(*refusal == Refusal{row.problem, row.field});
  }
}

Request Asking(std::vector<Parameter> query) {
  Request request;
  request.query = std::move(query);
  return request;
}

TEST_CASE("the question is read from the address, and what is wrong in it is named") {
  const deflection::Period usual{Day("2026-10-24"), Day("2026-11-22")};
  deflection::OverviewQuestion question;
  CHECK_FALSE(ReadOverviewQuestion(Asking({}), usual, question));
  CHECK(question.period == usual);
  CHECK(question.by == deflection::By::kDay);
  CHECK_FALSE(ReadOverviewQuestion(Asking({{"from", "2026-01-01"},
                                           {"to", "2026-12-31"},
                                           {"channel", "f1"},
                                           {"module", "Obračun plač"},
                                           {"lang", "sl"}}),
                                   usual, question));
  CHECK(question.period == deflection::Period{Day("2026-01-01"), Day("2026-12-31")});
  CHECK(question.filter == deflection::Filter{"f1", "Obračun plač", "sl"});
  CHECK(question.by == deflection::By::kWeek);
  CHECK_FALSE(ReadOverviewQuestion(Asking({{"by", "week"}}), usual, question));
  CHECK(question.by == deflection::By::kWeek);

  struct Row {
    std::vector<Parameter> query;
    Problem problem;
    const char* field;
  };
  const Row rows[] = {
      {{{"from", "2026-02-30"}}, Problem::kWrongField, "from"},
      {{{"from", "2026-11-02"}, {"to", "2026-11-01"}}, Problem::kWrongField, "to"},
      {{{"from", "2020-01-01"}, {"to", "2026-11-01"}}, Problem::kWrongField, "to"},
      {{{"by", "month"}}, Problem::kWrongField, "by"},
      {{{"module", std::string(101, 'm')}}, Problem::kLongField, "module"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.field);
    const auto refusal = ReadOverviewQuestion(Asking(row.query), usual, question);
    REQUIRE(refusal);
    CHECK(*refusal == Refusal{row.problem, row.field});
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
