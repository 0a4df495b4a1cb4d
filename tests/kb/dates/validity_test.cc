#include "kb/dates/validity.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

// "2026-01-01..2026-12-31", "..2026-12-31", "2026-01-01..", or empty.
std::string Said(std::string_view text, Holding holding) {
  const auto validity = FindValidity(text, holding);
  if (!validity) return {};
  const auto day = [](const std::optional<Date>& date) { return date ? FormatDate(*date) : ""; };
  return day(validity->from) + ".." + day(validity->to);
}

TEST_CASE("from when until when something holds is read from its text") {
  struct Row {
    const char* text;
    const char* anything;
    const char* itself;
  };
  for (const Row& row : {
           // Of the text itself.
           Row{"Navodilo velja do 30. 6. 2026.", "..2026-06-30", "..2026-06-30"},
           Row{"Navodila veljajo od 1. 1. 2026 do 31. decembra 2026.", "2026-01-01..2026-12-31",
               "2026-01-01..2026-12-31"},
           Row{"Navodila veljajo do vključno 15. aprila 2026, potem ne več.", "..2026-04-15",
               "..2026-04-15"},
           Row{"Velja od 1. januarja 2027 dalje.", "2027-01-01..", "2027-01-01.."},
           Row{"Ta članek velja do vključno 15. 3. 2026.", "..2026-03-15", "..2026-03-15"},
           Row{"Ova uputa vrijedi do 14. rujna 2026.", "..2026-09-14", "..2026-09-14"},
           Row{"This article is valid until 3 June 2026.", "..2026-06-03", "..2026-06-03"},
           Row{"This page is valid to 3 June 2026.", "..2026-06-03", "..2026-06-03"},
           Row{"This page is valid as of 3 June 2026.", "2026-06-03..", "2026-06-03.."},
           Row{"This page is effective 3 June 2026.", "2026-06-03..", "2026-06-03.."},
           Row{"Uvod.\nVelja do 2026-03-01.", "..2026-03-01", "..2026-03-01"},
           // Of what it tells.
           Row{"Lestvica velja od 1. 1. 2026 do 31. 12. 2026. Nadgradimo program.",
               "2026-01-01..2026-12-31", ""},
           Row{"Nova lestvica velja od 1. Januarja 2026 do 31. Decembra 2026.",
               "2026-01-01..2026-12-31", ""},
           Row{"Počitniški urnik podpore velja do 29. 8. 2026.", "..2026-08-29", ""},
           Row{"Obdobje je podaljšano in velja do 31. 3. 2026.", "..2026-03-31", ""},
           Row{"Rok za oddajo je podaljšan do 30. 6. 2026.", "..2026-06-30", ""},
           Row{"Uredba vrijedi do 31. prosinca 2026.", "..2026-12-31", ""},
           Row{"Pravilnik važi od 1. januara 2026. do 1. jula 2026.", "2026-01-01..2026-07-01", ""},
           Row{"The scheme is valid from 1 May 2026 to 31 May 2026.", "2026-05-01..2026-05-31", ""},
           Row{"The rate applies until December 31, 2026.", "..2026-12-31", ""},
           Row{"Izberemo odločbo, ki velja od 1. 9. 2026.", "2026-09-01..", ""},
           // The last end and the earliest beginning: what still holds must not be hidden.
           Row{"Stara stopnja velja do 30. 6. 2026. Nova velja do 31. 12. 2026.", "..2026-12-31",
               ""},
           Row{"Prva velja od 1. 9. 2026. Druga velja od 1. 5. 2026.", "2026-05-01..", ""},
           Row{"Velja od 1. 1. 2026. Velja do 31. 12. 2026.", "2026-01-01..2026-12-31",
               "2026-01-01..2026-12-31"},
           // What ends before it begins is only an end.
           Row{"Velja od 1. 5. 2026 do 1. 4. 2026.", "..2026-04-01", "..2026-04-01"},
           Row{"Stara stopnja je veljala do 31. 12. 2024, nova velja od 1. 1. 2025.",
               "..2024-12-31", ""},
           // Nobody says how long it holds.
           Row{"Srečanje bo 5. 6. 2026.", "", ""},
           Row{"Velja novi cenik. Pisarna je odprta do 1. 1. 2026.", "", ""},
           Row{"Razvaljati do 1. 1. 2026.", "", ""},
           Row{"Od 1. 1. 2026 je drugače.", "", ""},
           Row{"Rok za oddajo je 15. 4. 2026.", "", ""},
           Row{"Rok je 15. 3.", "", ""},
           Row{"", "", ""},
       }) {
    CAPTURE(row.text);
    CHECK(Said(row.text, Holding::kAnything) == row.anything);
    CHECK(Said(row.text, Holding::kTextItself) == row.itself);
  }
}

TEST_CASE("the words that say so are cut between letters") {
  for (const char* before : {"", "a", "aa", "aaa"}) {
    std::string text = before;
    for (int i = 0; i < 200; ++i) text += "€";
    const auto validity = FindValidity(text + " velja do 31. 12. 2026", Holding::kAnything);
    REQUIRE(validity);
    CHECK(IsValidUtf8(validity->evidence));
  }
}

}  // namespace
}  // namespace pomocnik::kb
