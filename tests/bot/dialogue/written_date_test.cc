#include "bot/dialogue/written_date.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

TEST_CASE("a date is written as people of each language write it") {
  const Date day = *ParseDate("2026-11-22");
  CHECK(WrittenDate(day, "sl") == "22. 11. 2026");
  CHECK(WrittenDate(day, "hr") == "22. 11. 2026.");
  CHECK(WrittenDate(day, "en") == "2026-11-22");
  CHECK(WrittenDay(day, "sl") == "nedelja, 22. 11. 2026");
  CHECK(WrittenDay(day, "hr") == "nedjelja, 22. 11. 2026.");
  CHECK(WrittenDay(day, "en") == "Sunday, 2026-11-22");
  CHECK(WrittenDay(*ParseDate("2026-11-28"), "sl") == "sobota, 28. 11. 2026");
}

TEST_CASE("a time has two digits behind the hour") {
  using std::chrono::minutes;
  CHECK(WrittenTime(minutes(8 * 60), "sl") == "8.00");
  CHECK(WrittenTime(minutes(16 * 60 + 5), "hr") == "16.05");
  CHECK(WrittenTime(minutes(16 * 60 + 30), "en") == "16:30");
}

}  // namespace
}  // namespace pomocnik::bot
