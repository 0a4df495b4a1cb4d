#include "bot/commands/stats_text.h"

#include <doctest/doctest.h>

#include <sstream>

#include "base/utf8.h"
#include "tests/support/days.h"

namespace pomocnik::bot::commands {
namespace {

using deflection::LedgerCounts;
using testing::Day;

deflection::Overview Overview(const LedgerCounts& counts) {
  const deflection::OverviewQuestion question{
      .period = {Day("2026-11-02"), Day("2026-11-03")},
      .filter = {.channel = "web", .module = "", .lang = ""},
      .by = deflection::By::kDay};
  return deflection::MakeOverview(question, counts, deflection::Assumptions());
}

LedgerCounts Some() {
  LedgerCounts counts;
  counts.episodes = {{.day = Day("2026-11-02"),
                      .standing = "counted",
                      .channel = "web",
                      .module = "Materialno skladiščno poslovanje",
                      .lang = "sl",
                      .episodes = 1234,
                      .answered = 1000,
                      .questions = 1500,
                      .reasons = {200, 400, 634}}};
  counts.visits = {{Day("2026-11-02"), 2000}};
  counts.previous = {.visits = 1000, .questions = 1200, .tally = {1000, 900, 100, 300, 600}};
  return counts;
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the figures stand beside those of the period before") {
  const std::string text = FormatOverview(Overview(Some()));
  CHECK(Has(text, "Period 2026-11-02 to 2026-11-03, against 2026-10-31 to 2026-11-01\n"));
  CHECK(Has(text, "Only channel web\n"));
  CHECK(Has(text,
            "  visits                                  2,000                 1,000      "
            "          +100 %\n"));
  CHECK(Has(text,
            "  confirmed                                 200     16.2 %        100     10.0 %    "
            "+6.2 pp\n"));
  CHECK(Has(text, "  Materialno skladiščno poslovanje        1,234     81.0 %"));
  CHECK(Has(text, "50 h  1,500 EUR"));
}

TEST_CASE("what is not known is said") {
  LedgerCounts counts = Some();
  CHECK(Has(FormatOverview(Overview(counts)), "No requests were imported"));
  counts.known = {.requests_imported = 12, .last_request_at = ParseRfc3339("2026-11-01T10:00:00Z")};
  const std::string text = FormatOverview(Overview(counts));
  CHECK(Has(text, "12 requests were imported, the last one of 2026-11-01"));
  CHECK(Has(text, "within one conversation only"));
}

TEST_CASE("nothing is no rate") {
  const std::string text = FormatOverview(Overview(LedgerCounts()));
  CHECK(Has(text, "  confirmed                                   0          -"));
  CHECK_FALSE(Has(text, "nan"));
}

TEST_CASE("no line is longer than a terminal") {
  LedgerCounts counts = Some();
  counts.shown = {.episodes = 100, .requests = 10};
  counts.held = {.episodes = 50, .requests = 9};
  counts.known.requests_imported = 19;
  counts.known.last_request_at = ParseRfc3339("2026-11-01T10:00:00Z");
  std::istringstream lines(FormatOverview(Overview(counts)));
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(CountCodePoints(line) <= 100);
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
