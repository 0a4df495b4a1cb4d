#include "kb/dates/written_dates.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb {
namespace {

std::string Dates(std::string_view text) {
  std::string dates;
  for (const WrittenDate& written : FindDates(text)) {
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
           // Numbers.
           Row{"velja do 31. 12. 2026.", "2026-12-31"},
           Row{"velja do 31.12.2026", "2026-12-31"},
           Row{"velja do 1.\u00a03.\u00a02026", "2026-03-01"},
           Row{"od 01. 07. 2026 do 31. 8. 2026", "2026-07-01 2026-08-31"},
           Row{"1.1.2026-31.12.2026", "2026-01-01 2026-12-31"},
           Row{"1. 1. 2026-31. 12. 2026", "2026-01-01 2026-12-31"},
           Row{"12.03.2024", "2024-03-12"},
           Row{"1.2.2024,", "2024-02-01"},
           Row{"verzija 6.23 z dne 12.3.2024", "2024-03-12"},
           Row{"29. 2. 2028", "2028-02-29"},
           Row{"09/06/2025", "2025-06-09"},
           Row{"Zadnja sprememba: 12/03/2024 ob 8.00", "2024-03-12"},
           Row{"2026-11-23", "2026-11-23"},
           Row{"(2026-12-31)", "2026-12-31"},
           Row{"2026-11-23T10:00", "2026-11-23"},
           Row{"2024-03-12T10:00:00+01:00", "2024-03-12"},
           Row{"2026-12-31-5x2026-1-1", "2026-12-31"},
           // Slovene and Serbian.
           Row{"23. november 2026", "2026-11-23"},
           Row{"23. novembra 2026", "2026-11-23"},
           Row{"31. decembra 2026", "2026-12-31"},
           Row{"1. marca 2024", "2024-03-01"},
           Row{"12. marec 2024", "2024-03-12"},
           Row{"Objavljeno 12. MAR. 2024", "2024-03-12"},
           Row{"do vključno 5. maja 2026", "2026-05-05"},
           Row{"3. junij 2026, 4. julija 2026", "2026-06-03 2026-07-04"},
           Row{"pred 5. septembrom 2026", "2026-09-05"},
           Row{"do 15. avgusta 2026. godine", "2026-08-15"},
           // Croatian.
           Row{"1. siječnja 2025", "2025-01-01"},
           Row{"1. SIJEČNJA 2025", "2025-01-01"},
           Row{"12. ožujka 2024.", "2024-03-12"},
           Row{"od 1. srpnja 2026. do 31. kolovoza 2026.", "2026-07-01 2026-08-31"},
           Row{"14. rujna 2024.", "2024-09-14"},
           Row{"5. listopada 2020", "2020-10-05"},
           Row{"30. studenog 2025", "2025-11-30"},
           Row{"5. studenoga 2020", "2020-11-05"},
           Row{"do 31. prosinca 2026.", "2026-12-31"},
           // English.
           Row{"until 30 June 2026", "2026-06-30"},
           Row{"until December 31, 2026", "2026-12-31"},
           Row{"12 March, 2024", "2024-03-12"},
           Row{"Dec 24, 2025", "2025-12-24"},
           Row{"Dec. 24, 2025", "2025-12-24"},
           // No dates.
           Row{"29. 2. 2026", ""},
           Row{"30. 2. 2024", ""},
           Row{"32. 1. 2026", ""},
           Row{"32.1.2024", ""},
           Row{"1. 13. 2026", ""},
           Row{"2024-13-01", ""},
           Row{"31. 12.", ""},
           Row{"23.11.26", ""},
           Row{"24. in 31. decembra delamo", ""},
           Row{"verzija 2026.01.002", ""},
           Row{"verzija 1.2.3.2026", ""},
           Row{"IP 10.1.1.2026", ""},
           Row{"6.23.4", ""},
           Row{"123.11.2026", ""},
           Row{"1.1.20261", ""},
           Row{"12345/03/2024", ""},
           Row{"1/12/03/2024", ""},
           Row{"1. 1. 1066", ""},
           Row{"1. 1. 0024", ""},
           Row{"1. 1. 2101", ""},
           Row{"konto 120026", ""},
           Row{"1. korak 2026", ""},
           Row{"11. člen 2024", ""},
           Row{"1. majhen 2026", ""},
           Row{"5 minut", ""},
           Row{"1. ma", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(Dates(row.text) == row.dates);
  }
}

TEST_CASE("the place of a date is told") {
  const auto dates = FindDates("Če do 1. 2. 2026!");
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].begin == 7);
  CHECK(dates[0].end == 17);
}

TEST_CASE("the first date is told") {
  CHECK(FindDate("31. 2. 2024, 1. 3. 2024 in 2. 3. 2024") == ParseDate("2024-03-01"));
  CHECK_FALSE(FindDate("kmalu"));
}

TEST_CASE("a text that is a date is read as one") {
  struct Row {
    const char* text;
    const char* day;
  };
  const Row rows[] = {
      {"2026-11-23", "2026-11-23"},
      {" 2026-11-23\n", "2026-11-23"},
      {"2026-11-23T23:30:00Z", "2026-11-23"},
      {"2026-11-23 08:00:00", "2026-11-23"},
      {"23. 11. 2026", "2026-11-23"},
      {"3.1.2026", "2026-01-03"},
      {"23/11/2026", "2026-11-23"},
      {"23. november 2026", "2026-11-23"},
      {"23.11.2026 08:00", "2026-11-23"},
      {"", ""},
      {" ", ""},
      {"od 23.11.2026", ""},
      {"23. 11.", ""},
      {"31. 2. 2026", ""},
      {"11/23/2026", ""},
      {"23. 11. 26", ""},
      {"23.11.2026 in več", ""},
      {"2026-11-23x", ""},
      {"včeraj", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto day = ReadDate(row.text);
    CHECK((day ? FormatDate(*day) : "") == row.day);
  }
}

TEST_CASE("a sentence goes back to the one before") {
  struct Row {
    const char* text;  // the place is its end
    const char* sentence;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"Velja do ", "Velja do "},
           Row{"Novo. Velja do ", "Velja do "},
           Row{"Novo. Čaka do ", "Čaka do "},
           Row{"Kaj? Velja do ", "Velja do "},
           Row{"Naslov\nVelja do ", "Velja do "},
           Row{"Od leta 2026. Velja do ", "Velja do "},
           // No sentence ends there.
           Row{"Velja od 1. 1. 2026 do ", "Velja od 1. 1. 2026 do "},
           Row{"Velja od 1. Januarja 2026 do ", "Velja od 1. Januarja 2026 do "},
           Row{"Cenik npr. velja do ", "Cenik npr. velja do "},
           Row{"Verzija 2026.01 čaka do ", "Verzija 2026.01 čaka do "},
       }) {
    CAPTURE(row.text);
    const std::string_view text = row.text;
    CHECK(SentenceBefore(text, text.size()) == row.sentence);
  }
}

}  // namespace
}  // namespace pomocnik::kb
