#include "kb/html/written_date.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb::html {
namespace {

std::string Found(std::string_view text) {
  auto date = FindDate(text);
  return date ? FormatDate(*date) : "";
}

TEST_CASE("a day is found however it is written") {
  for (const char* text : {"2024-03-12", "2024-03-12T10:00:00+01:00", "12. 3. 2024", "12.3.2024",
                           "12.03.2024", "12/03/2024", "Zadnja sprememba: 12/03/2024 ob 8.00",
                           "12. marec 2024", "12. marca 2024", "12 March 2024", "12. ožujka 2024.",
                           "Objavljeno 12. MAR. 2024", "verzija 6.23 z dne 12.3.2024"}) {
    CAPTURE(text);
    CHECK(Found(text) == "2024-03-12");
  }
}

TEST_CASE("months have their names in three languages") {
  CHECK(Found("1. maja 2013") == "2013-05-01");
  CHECK(Found("30. julija 2019") == "2019-07-30");
  CHECK(Found("5. listopada 2020") == "2020-10-05");
  CHECK(Found("5. studenoga 2020") == "2020-11-05");
  CHECK(Found("31. december 2025") == "2025-12-31");
}

TEST_CASE("what is no day is none") {
  for (const char* text : {"", "31. 2. 2024", "2024-13-01", "6.23.4", "12. 3.", "1. 1. 1066",
                           "12345/03/2024", "5 minut", "3. korak"}) {
    CAPTURE(text);
    CHECK(Found(text).empty());
  }
}

}  // namespace
}  // namespace pomocnik::kb::html
