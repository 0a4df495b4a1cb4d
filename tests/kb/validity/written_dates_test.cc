#include "kb/validity/written_dates.h"

#include <doctest/doctest.h>

#include <string>

#include "base/latin.h"

namespace pomocnik::kb {
namespace {

std::string Dates(std::string_view text) {
  std::string dates;
  for (const WrittenDate& written : FindDates(PlainLetters(text))) {
    dates += (dates.empty() ? "" : " ") + FormatDate(written.date);
  }
  return dates;
}

TEST_CASE("dates are found in the ways that people write them") {
  struct Row {
    const char* text;
    const char* dates;
  };
  for (const Row& row : {
           Row{"velja do 31. 12. 2026.", "2026-12-31"},
           Row{"velja do 31.12.2026", "2026-12-31"},
           Row{"velja do 1.\xc2\xa0"
               "3.\xc2\xa0"
               "2026",
               "2026-03-01"},
           Row{"od 01. 07. 2026 do 31. 8. 2026", "2026-07-01 2026-08-31"},
           Row{"31. decembra 2026", "2026-12-31"},
           Row{"do vključno 5. maja 2026", "2026-05-05"},
           Row{"3. junij 2026, 4. julija 2026", "2026-06-03 2026-07-04"},
           Row{"do 31. prosinca 2026.", "2026-12-31"},
           Row{"od 1. srpnja 2026. do 31. kolovoza 2026.", "2026-07-01 2026-08-31"},
           Row{"do 15. avgusta 2026. godine", "2026-08-15"},
           Row{"until 30 June 2026", "2026-06-30"},
           Row{"until December 31, 2026", "2026-12-31"},
           Row{"(2026-12-31)", "2026-12-31"},
           Row{"29. 2. 2028", "2028-02-29"},
           // No dates.
           Row{"29. 2. 2026", ""},
           Row{"32. 1. 2026", ""},
           Row{"1. 13. 2026", ""},
           Row{"31. 12.", ""},
           Row{"24. in 31. decembra delamo", ""},
           Row{"verzija 2026.01.002", ""},
           Row{"verzija 1.2.3.2026", ""},
           Row{"IP 10.1.1.2026", ""},
           Row{"konto 120026", ""},
           Row{"1. korak 2026", ""},
           Row{"2026-12-31-5x2026-1-1", "2026-12-31"},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(Dates(row.text) == row.dates);
  }
}

TEST_CASE("the place of a date is told") {
  const auto dates = FindDates("do 1. 2. 2026!");
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].begin == 3);
  CHECK(dates[0].end == 13);
}

}  // namespace
}  // namespace pomocnik::kb
