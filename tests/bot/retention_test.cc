#include "bot/retention.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

TEST_CASE("limits are so many times 24 hours ago, and days those of the calendar in Slovenia") {
  struct Row {
    const char* now;
    const char* texts;
    const char* events;
    const char* day;
  };
  const Row rows[] = {
      {"2026-11-23T12:00:00Z", "2026-08-25T12:00:00.000Z", "2026-10-24T12:00:00.000Z",
       "2024-09-14"},
      // Across both changes of the clock nothing moves but the calendar.
      {"2026-10-25T00:59:59.999Z", "2026-07-27T00:59:59.999Z", "2026-09-25T00:59:59.999Z",
       "2024-08-16"},
      {"2026-10-25T01:00:00Z", "2026-07-27T01:00:00.000Z", "2026-09-25T01:00:00.000Z",
       "2024-08-16"},
      {"2027-03-28T01:00:00Z", "2026-12-28T01:00:00.000Z", "2027-02-26T01:00:00.000Z",
       "2025-01-17"},
      // 23:30 in London is the next day in Ljubljana.
      {"2026-11-23T23:30:00Z", "2026-08-25T23:30:00.000Z", "2026-10-24T23:30:00.000Z",
       "2024-09-15"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.now));
    const RetentionLimits limits = LimitsAt(*ParseRfc3339(row.now), {});
    CHECK(FormatRfc3339(limits.texts) == row.texts);
    CHECK(FormatRfc3339(limits.events) == row.events);
    CHECK(limits.episodes_day == row.day);
  }
}

}  // namespace
}  // namespace pomocnik::bot
