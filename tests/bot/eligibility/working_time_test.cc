#include "bot/eligibility/working_time.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "bot/eligibility/named_days.h"
#include "kb/policy/policy.h"
#include "tests/support/policy_of_the_tree.h"

namespace pomocnik::bot {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;
using testing::PolicyOfTheTree;

// The tree's hours with exceptions instead of none.
kb::SupportHours HoursWith(const std::string& exceptions) {
  std::string text = testing::PolicyTextOfTheTree();
  const std::string none = "  exceptions: []\n";
  std::size_t at = text.find(none);
  REQUIRE(at != std::string::npos);
  return testing::PolicyFrom(text.replace(at, none.size(), "  exceptions:\n" + exceptions)).hours;
}

std::string NextFrom(const kb::SupportHours& support, std::string_view instant) {
  auto next = NextOpening(support, *ParseRfc3339(instant));
  return next ? FormatRfc3339(*next) : "never";
}

bool IsOpen(const kb::SupportHours& support, std::string_view instant) {
  return SupportAt(support, *ParseRfc3339(instant)) == Support::kOpen;
}

std::string KindOf(const WorkDay& day) {
  const char* kinds[] = {"working", "weekend", "work-free", "closed"};
  std::string text = kinds[static_cast<int>(day.kind)];
  return day.name ? text + ", " + day.name->name.sl : text;
}

TEST_CASE("Easter falls on the days that are known") {
  for (const char* day : {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23",
                          "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
                          "2029-04-01", "2030-04-21", "2038-04-25", "2285-03-22"}) {
    Date date = *ParseDate(day);
    CHECK(FormatDate(EasterSunday(date.year())) == day);
  }
}

TEST_CASE("each day is what it is, and has its name") {
  const std::pair<const char*, const char*> rows[] = {
      {"2026-11-26", "working"},
      {"2026-11-28", "weekend"},
      {"2026-01-01", "work-free, novo leto"},
      {"2026-01-02", "work-free, novo leto"},
      {"2016-01-02", "weekend"},
      {"2015-01-02", "working"},
      {"2026-04-03", "working, veliki petek"},
      {"2026-04-05", "work-free, velika noč"},
      {"2026-04-06", "work-free, velikonočni ponedeljek"},
      {"2026-05-24", "work-free, binkoštna nedelja"},
      {"2026-05-25", "working, binkoštni ponedeljek"},
      {"2026-06-08", "working, dan Primoža Trubarja"},
      {"2026-08-15", "work-free, Marijino vnebovzetje"},
      {"2026-11-23", "working, dan Rudolfa Maistra"},
      {"2024-11-23", "weekend, dan Rudolfa Maistra"},
      {"2026-12-24", "working, božični večer"},
      {"2026-12-31", "working, silvestrovo"},
      {"2011-04-25", "work-free, velikonočni ponedeljek"},
      {"2014-04-27", "work-free, dan upora proti okupatorju"},
  };
  auto support = PolicyOfTheTree().hours;
  for (const auto& row : rows) {
    CHECK_MESSAGE(KindOf(DescribeDay(support, *ParseDate(row.first))) == row.second, row.first);
  }
}

TEST_CASE("hours are those of the clock in Slovenia, in winter and in summer time") {
  auto support = PolicyOfTheTree().hours;
  CHECK_FALSE(IsOpen(support, "2026-11-26T06:59:59.999Z"));
  CHECK(IsOpen(support, "2026-11-26T07:00:00Z"));
  CHECK(IsOpen(support, "2026-11-26T14:59:59.999Z"));
  CHECK_FALSE(IsOpen(support, "2026-11-26T15:00:00Z"));
  CHECK_FALSE(IsOpen(support, "2026-07-01T05:59:59Z"));
  CHECK(IsOpen(support, "2026-07-01T06:00:00Z"));
  CHECK_FALSE(IsOpen(support, "2026-07-01T14:00:00Z"));
  CHECK(IsOpen(support, "2026-11-23T10:00:00Z"));
  CHECK_FALSE(IsOpen(support, "2026-12-25T10:00:00Z"));
}

TEST_CASE("the next opening is found over weekends, holidays and changes of the clock") {
  const std::pair<const char*, const char*> rows[] = {
      {"2026-11-26T06:00:00Z", "2026-11-26T07:00:00.000Z"},
      {"2026-11-26T07:00:00Z", "2026-11-27T07:00:00.000Z"},  // just opened: the next one
      {"2026-11-26T12:00:00Z", "2026-11-27T07:00:00.000Z"},
      {"2026-11-27T15:01:00Z", "2026-11-30T07:00:00.000Z"},
      {"2026-12-24T16:00:00Z", "2026-12-28T07:00:00.000Z"},
      {"2026-12-31T23:30:00Z", "2027-01-04T07:00:00.000Z"},
      {"2026-04-02T15:00:00Z", "2026-04-03T06:00:00.000Z"},
      {"2026-04-03T15:00:00Z", "2026-04-07T06:00:00.000Z"},
      {"2026-03-27T16:00:00Z", "2026-03-30T06:00:00.000Z"},  // into summer time
      {"2026-10-23T15:00:00Z", "2026-10-26T07:00:00.000Z"},  // out of it
      {"2026-10-25T00:30:00Z", "2026-10-26T07:00:00.000Z"},
  };
  auto support = PolicyOfTheTree().hours;
  for (const auto& row : rows) {
    CHECK_MESSAGE(NextFrom(support, row.first) == row.second, row.first);
  }
}

TEST_CASE("an exception goes before everything else") {
  auto support = HoursWith(
      "    - {date: 2026-12-24, opens: \"08:00\", closes: \"12:00\", text: {sl: a, en: a, hr: a}}\n"
      "    - {date: 2026-11-27, closed: yes, text: {sl: b, en: b, hr: b}}\n"
      "    - {date: 2026-11-28, opens: \"09:30\", closes: \"10:00\", text: {sl: c, en: c, hr: c}}\n"
      "    - {date: 2026-12-25, opens: \"00:00\", closes: \"24:00\", text: {sl: d, en: d, hr: "
      "d}}\n");
  CHECK_FALSE(IsOpen(support, "2026-12-24T11:00:00Z"));
  CHECK(IsOpen(support, "2026-12-25T10:00:00Z"));
  CHECK(KindOf(DescribeDay(support, *ParseDate("2026-11-27"))) == "closed");
  CHECK(DescribeDay(support, *ParseDate("2026-11-27")).exception->text.sl == "b");
  CHECK(KindOf(DescribeDay(support, *ParseDate("2026-12-25"))) == "working, božič");
  CHECK(NextFrom(support, "2026-11-26T15:00:00Z") == "2026-11-28T08:30:00.000Z");
  CHECK(NextFrom(support, "2026-12-24T11:00:00Z") == "2026-12-24T23:00:00.000Z");
}

TEST_CASE("a year without hours has no opening") {
  kb::SupportHours never;
  CHECK(NextFrom(never, "2026-11-26T06:00:00Z") == "never");
}

// Last Sunday of the month, 01:00 UTC: when the clocks change in the European Union.
sys_days LastSunday(std::chrono::year year, std::chrono::month month) {
  return sys_days{year / month / std::chrono::weekday_last{std::chrono::Sunday}};
}

hours AheadOfUtc(Instant instant) {
  auto year = Date{std::chrono::floor<days>(instant)}.year();
  bool summer = instant >= LastSunday(year, std::chrono::March) + hours{1} &&
                instant < LastSunday(year, std::chrono::October) + hours{1};
  return hours{summer ? 2 : 1};
}

// Date -> "da" (work-free) or "ne", of a list that people made. Two holidays may fall on one day.
std::map<std::string, std::string> ListedHolidays() {
  std::ifstream file(POMOCNIK_SOURCE_DIR "/../shared/data/holidays.tsv");
  std::map<std::string, std::string> holidays;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::string& free = holidays[line.substr(0, line.find('\t'))];
    if (free != "da") free = line.substr(line.rfind('\t') + 1);
  }
  return holidays;
}

TEST_CASE("each hour from 2024 to 2030 is as in the list of holidays") {
  auto holidays = ListedHolidays();
  if (holidays.empty()) {
    MESSAGE("skipped: there is no ../shared/data/holidays.tsv");
    return;
  }
  auto support = PolicyOfTheTree().hours;
  const Instant end =
      sys_days{Date{std::chrono::year{2031}, std::chrono::January, std::chrono::day{1}}} - hours{1};
  Instant now =
      sys_days{Date{std::chrono::year{2024}, std::chrono::January, std::chrono::day{1}}} - hours{1};
  int wrong = 0;
  int open_hours = 0;
  std::string first_wrong;
  for (; now < end; now += hours{1}) {
    auto local = now + AheadOfUtc(now);
    auto day = std::chrono::floor<days>(local);
    auto listed = holidays.find(FormatDate(Date{day}));
    bool free = listed != holidays.end() && listed->second == "da";
    unsigned weekday = std::chrono::weekday{day}.iso_encoding();
    auto hour = local - day;
    bool expected = !free && weekday <= 5 && hour >= hours{8} && hour < hours{16};
    open_hours += expected ? 1 : 0;
    if ((SupportAt(support, now) == Support::kOpen) != expected && wrong++ == 0) {
      first_wrong = FormatRfc3339(now);
    }
  }
  CHECK_MESSAGE(wrong == 0, first_wrong);
  CHECK(open_hours > 8 * 1700);
  for (const auto& holiday : holidays) {
    const std::string& date = holiday.first;
    WorkDay day = DescribeDay(support, *ParseDate(date));
    REQUIRE_MESSAGE(day.name, date);
    auto kind =
        holiday.second == "da" ? kb::NamedDay::Kind::kWorkFree : kb::NamedDay::Kind::kStateHoliday;
    CHECK_MESSAGE(day.name->kind == kind, date);
  }
}

}  // namespace
}  // namespace pomocnik::bot
