#include "kb/feed/feed_date.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::feed {
namespace {

TEST_CASE("the day of a feed's date is the one that is written") {
  struct Row {
    const char* text;
    const char* day;
  };
  for (const Row& row : {
           Row{"Thu, 05 Jun 2025 23:30:00 +0200", "2025-06-05"},
           Row{"Thu, 5 Jun 2025 09:00:00 GMT", "2025-06-05"},
           Row{"5 June 2025", "2025-06-05"},
           Row{"05 Jun 25 09:00 Z", "2025-06-05"},
           Row{"05 Jun 95", "1995-06-05"},
           Row{" 2025-06-05T23:30:00+02:00 ", "2025-06-05"},
           Row{"2025-06-05", "2025-06-05"},
           Row{"Tue, 31 Feb 2025 09:00:00 GMT", ""},
           Row{"Tue, 3 Foo 2025", ""},
           Row{"Tue, -3 Feb 2025", ""},
           Row{"Tue, 3 Feb 025", ""},
           Row{"Tue,", ""},
           Row{"2025-13-05", ""},
           Row{"yesterday", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    const auto day = ParseFeedDate(row.text);
    CHECK((day ? FormatDate(*day) : "") == row.day);
  }
}

}  // namespace
}  // namespace pomocnik::kb::feed
