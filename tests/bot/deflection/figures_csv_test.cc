#include "bot/deflection/figures_csv.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bot/deflection/small_cells.h"
#include "tests/support/days.h"

namespace pomocnik::bot::deflection {
namespace {

using testing::Day;

Overview OneDay(std::string module, std::int64_t confirmed, std::int64_t potential) {
  constexpr std::int64_t kNone = 20;
  LedgerCounts counts;
  counts.episodes = {{.day = Day("2026-11-02"),
                      .standing = "counted",
                      .channel = "web",
                      .module = std::move(module),
                      .lang = "sl",
                      .episodes = confirmed + potential + kNone,
                      .answered = 40,
                      .questions = 60,
                      .reasons = {confirmed, potential, kNone}}};
  counts.visits = {{Day("2026-11-02"), 90}};
  const OverviewQuestion question{
      .period = {Day("2026-11-02"), Day("2026-11-02")}, .filter = {}, .by = By::kDay};
  return MakeOverview(question, counts, Assumptions());
}

bool HasLine(const std::string& csv, const std::string& line) {
  return csv.find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST_CASE("every row of the table has as many cells") {
  const std::string csv = WriteOverviewCsv(OneDay("Fakturiranje", 20, 10));
  std::size_t begin = 0;
  for (std::size_t end = csv.find("\r\n"); end != std::string::npos;
       end = csv.find("\r\n", begin)) {
    CHECK(std::count(csv.begin() + static_cast<std::ptrdiff_t>(begin),
                     csv.begin() + static_cast<std::ptrdiff_t>(end), ',') == 20);
    begin = end + 2;
  }
  CHECK(begin == csv.size());
}

TEST_CASE("the table has the totals, the days and the breakdowns") {
  const std::string csv = WriteOverviewCsv(OneDay("Fakturiranje", 20, 10));
  CHECK(HasLine(
      csv,
      R"("totals","","2026-11-02","2026-11-02",90,60,50,40,20,10,20,0,0.8000,0.4000,0.2000,,,,,,)"));
  CHECK(HasLine(csv, R"("day","","2026-11-02","2026-11-02",90,,50,40,20,10,20,,,,,,,,,,)"));
  CHECK(HasLine(csv, R"("module","Fakturiranje",,,,,50,40,20,10,20,,,,,,,,,,)"));
  CHECK(HasLine(csv, R"("saving","confirmed",,,,,,,,,,,,,,,300,150.00,,,)"));
  CHECK(HasLine(csv, R"("assumption","eur_per_hour",,,,,,,,,,,,,,,,,30.00,,)"));
}

TEST_CASE("what is hidden is a star, and so is what it could be reckoned from") {
  Overview overview = OneDay("Fakturiranje", 3, 27);
  HideSmallCells(overview);
  const std::string csv = WriteOverviewCsv(overview);
  CHECK(HasLine(
      csv,
      R"("totals","","2026-11-02","2026-11-02",90,60,50,"*","*","*","*",0,"*","*","*",,,,,,)"));
  CHECK(HasLine(csv, R"("saving","confirmed",,,,,,,,,,,,,,,"*","*",,,)"));
}

TEST_CASE("a module's name is no formula") {
  const std::string csv = WriteOverviewCsv(OneDay("=1+1", 20, 10));
  CHECK(csv.find("\"'=1+1\"") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot::deflection
