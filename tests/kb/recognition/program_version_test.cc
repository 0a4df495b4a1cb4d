#include "kb/recognition/program_version.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::recognition {
namespace {

TEST_CASE("versions are written with dots or underscores, and dates are none") {
  struct Row {
    const char* text;
    const char* version;
  };
  const Row rows[] = {
      {"6.23", "6.23"},
      {"6.25.015", "6.25.015"},
      {"2017.08.000", "2017.08.000"},
      {"2017.015.000", "2017.015.000"},
      {"2019_04_001", "2019.04.001"},
      {"2022.07.001 (9. 5. 2022)", "2022.07.001"},
      {"2023.01.002.", "2023.01.002"},
      {"2023.01", ""},
      {"2023", ""},
      {"20.07.2018", ""},
      {"9. 5. 2022", ""},
      {"6.1", ""},
      {"6.250,00", ""},
      {"6.25,5", ""},
      {"12.345.678", ""},
      {"1.250.000", ""},
      {"2019_04.001", ""},
      {"6.25.015.1", ""},
      {"0.12", ""},
      {"6.25.", "6.25"},
      {"", ""},
      {"x", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto version = ReadVersion(row.text, 0);
    CHECK((version ? version->version : "") == row.version);
  }
}

TEST_CASE("an article says from which version on it holds") {
  struct Row {
    const char* title;
    const char* text;
    const char* from;
    const char* to;
  };
  const Row rows[] = {
      {"", "Z verzijo iCentra 2023.09.001 smo dodali zajem podpisa.", "2023.09.001", ""},
      {"", "Od verzije 6.25.015 dalje program sam prepozna vrsto naloga.", "6.25.015", ""},
      {"", "Od različice 2019_04_001 naprej je drugače.", "2019.04.001", ""},
      {"", "Verzija 2018.09.001 z dne 20.07.2018", "2018.09.001", ""},
      {"", "V različici programa iCenter 2022.07.001 (9. 5. 2022) je novo okno.", "2022.07.001",
       ""},
      {"", "Velja do verzije 2020.01.001.", "", "2020.01.001"},
      {"", "Navodilo velja od verzije 6.23 do verzije 6.25.", "6.23", "6.25"},
      {"", "Za verzije 2017.08.000 – 2018.01.001.", "2017.08.000", "2018.01.001"},
      {"Obračun plač: novosti v verziji 2026.02.001", "", "2026.02.001", ""},
      {"Od različice 6.24 dalje", "Z verzijo 2020.01.001 ni več tako.", "6.24", ""},
      {"", "Since version 2025.09.001 you can pay at once.", "2025.09.001", ""},
      {"", "It applies to version 2025.12.001 and later.", "2025.12.001", ""},
      {"", "Velja za verzijo 2025.12.001 in novejše.", "2025.12.001", ""},
      {"", "Vrijedi do verzije 2025.12.001 i novije.", "2025.12.001", ""},
      {"", "Uvod.\n*** Navodila pripravljena z različico iCentra 2023.01.002, z dopolnitvami.",
       "2023.01.002", ""},
      {"", "Konto 6.25 in znesek 2017.08.000 nista verziji.", "", ""},
      {"", "Verzija se izpiše v oknu. Stopnja je 6.25.", "", ""},
      {"", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.title));
    CAPTURE(std::string(row.text));
    const auto guess = FindVersions(row.title, row.text);
    CHECK((guess ? guess->value.from : "") == row.from);
    CHECK((guess ? guess->value.to : "") == row.to);
    if (guess) CHECK(guess->confidence >= 0.8);
  }
}

TEST_CASE("a version deep in the text says little of the whole") {
  const auto guess =
      FindVersions("", std::string(400, 'a') + ".\nOd verzije 6.25 dalje je gumb drugje.\nKonec.");
  REQUIRE(guess);
  CHECK(guess->value.from == "6.25");
  CHECK(guess->confidence < 0.5);
  const auto footer =
      FindVersions("", std::string(400, 'a') + ".\nUstvarjeno na verziji 2019_04_001.\n");
  REQUIRE(footer);
  CHECK(footer->value.from == "2019.04.001");
  CHECK(footer->confidence >= 0.8);
}

}  // namespace
}  // namespace pomocnik::kb::recognition
