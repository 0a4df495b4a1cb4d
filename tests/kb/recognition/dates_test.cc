#include <doctest/doctest.h>

#include <string>

#include "kb/recognition/validity.h"
#include "kb/recognition/written_date.h"

namespace pomocnik::kb::recognition {
namespace {

TEST_CASE("days are read as people write them") {
  struct Row {
    const char* text;
    const char* date;
  };
  const Row rows[] = {
      {"2026-11-23", "2026-11-23"},
      {"2026-11-23T10:00", "2026-11-23"},
      {"23. 11. 2026", "2026-11-23"},
      {"23.11.2026", "2026-11-23"},
      {"09/06/2025", "2025-06-09"},
      {"1.2.2024,", "2024-02-01"},
      {"23. november 2026", "2026-11-23"},
      {"23. novembra 2026", "2026-11-23"},
      {"1. marca 2024", "2024-03-01"},
      {"1. maja 2024", "2024-05-01"},
      {"14. rujna 2024.", "2024-09-14"},
      {"1. siječnja 2025", "2025-01-01"},
      {"8. listopada 2025", "2025-10-08"},
      {"30. studenoga 2025", "2025-11-30"},
      {"31. prosinca 2025", "2025-12-31"},
      {"15. avgusta 2025", "2025-08-15"},
      {"3 June 2024", "2024-06-03"},
      {"June 3, 2024", "2024-06-03"},
      {"Dec 24, 2025", "2025-12-24"},
      {"30. 2. 2024", ""},
      {"2026-13-01", ""},
      {"32.1.2024", ""},
      {"23. 11.", ""},
      {"23.11.26", ""},
      {"2019.04.001", ""},
      {"123.11.2026", ""},
      {"1.1.20261", ""},
      {"1. 1. 0024", ""},
      {"11. člen 2024", ""},
      {"1. ma", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto date = ReadDate(row.text, 0);
    CHECK((date ? FormatDate(date->date) : "") == row.date);
  }
}

std::string Said(const std::optional<Guess<Date>>& guess) {
  return guess ? FormatDate(guess->value) : "";
}

TEST_CASE("a text says from when until when it holds") {
  struct Row {
    Kind kind;
    const char* text;
    const char* from;
    const char* to;
  };
  const Row rows[] = {
      {Kind::kTip, "Navodilo velja do 30. 6. 2026.", "", "2026-06-30"},
      {Kind::kTip, "Navodila veljajo od 1. 1. 2026 do 31. decembra 2026.", "2026-01-01",
       "2026-12-31"},
      {Kind::kTip, "Velja od 1. januarja 2027 dalje.", "2027-01-01", ""},
      {Kind::kTip, "Ta članek velja do vključno 15. 3. 2026.", "", "2026-03-15"},
      {Kind::kTip, "Ova uputa vrijedi do 14. rujna 2026.", "", "2026-09-14"},
      {Kind::kTip, "This article is valid until 3 June 2026.", "", "2026-06-03"},
      {Kind::kTip, "Uvod.\nVelja do 2026-03-01.", "", "2026-03-01"},
      // Speaks of something else.
      {Kind::kTip, "Stara stopnja je veljala do 31. 12. 2024, nova velja od 1. 1. 2025.", "", ""},
      {Kind::kTip, "Izberemo odločbo, ki velja od 1. 9. 2026.", "", ""},
      {Kind::kTip, "Od 1. 1. 2026 je drugače.", "", ""},
      // News and law do speak of what they are about.
      {Kind::kLegislation, "Nova lestvica velja od 1. 1. 2026 do 31. 12. 2026.", "2026-01-01",
       "2026-12-31"},
      {Kind::kNewsletter, "Počitniški urnik podpore velja do 29. 8. 2026.", "", "2026-08-29"},
      {Kind::kLegislation, "Rok za oddajo je 15. 4. 2026.", "", ""},
      {Kind::kTip, "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Validity validity = FindValidity(row.text, row.kind);
    CHECK(Said(validity.from) == row.from);
    CHECK(Said(validity.to) == row.to);
  }
}

TEST_CASE("a text says when it was last changed") {
  struct Row {
    const char* text;
    const char* updated;
  };
  const Row rows[] = {
      {"Zadnja sprememba: 5. 2. 2024", "2024-02-05"},
      {"Posodobljeno 23.11.2026", "2026-11-23"},
      {"Last Updated: 09/06/2025 in Administracija", "2025-06-09"},
      {"Objavljeno: 1. marca 2024\nPosodobljeno: 2. marca 2024", "2024-03-01"},
      {"Verzija 2018.09.001 z dne 20.07.2018", "2018-07-20"},
      {"Račun izdamo 5. 2. 2024.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(Said(FindValidity(row.text, Kind::kTip).updated) == row.updated);
  }
}

}  // namespace
}  // namespace pomocnik::kb::recognition
