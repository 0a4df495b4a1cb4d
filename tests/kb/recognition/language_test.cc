#include "kb/recognition/language.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::recognition {
namespace {

TEST_CASE("languages are told by their words") {
  struct Row {
    const char* text;
    const char* lang;
  };
  const Row rows[] = {
      {"V preglednici izberemo račun in kliknemo gumb Knjiži. Če je račun že poslan, ga ne "
       "brišemo.",
       "sl"},
      {"Odpremo zavihek Priloge ter izberemo dokument, ki ga želimo natisniti.", "sl"},
      {"Open the window and select the invoice that you want to print. It must not be posted.",
       "en"},
      {"U izborniku odaberemo račun koji želimo ispisati te unesemo mjesec. Nakon toga će se "
       "prikazati vrijednost.",
       "hr"},
      {"Prije ispisa provjerimo postavke pisača, što je važno za sve korisnike sustava.", "hr"},
      {"U meniju izaberemo račun koji želimo da odštampamo i unesemo mesec. Nakon toga će se "
       "prikazati vrednost.",
       "sr"},
      {"Pre štampanja proverimo podešavanje štampača, šta je važno za sve korisnike sistema.",
       "sr"},
      {"Uvod", ""},
      {"", ""},
      {"日本語 123 \xF0\x9F\x98\x80", ""},
  };
  const auto languages = Names::BuiltIn().languages;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto guess = GuessLanguage(row.text, languages);
    CHECK((guess ? guess->value : "") == row.lang);
    if (guess) CHECK(guess->confidence > 0.3);
  }
}

TEST_CASE("a language is the surer the more words speak for it") {
  const auto languages = Names::BuiltIn().languages;
  const std::string once = "Račun, ki smo ga izdali, lahko tudi natisnemo. ";
  const auto few = GuessLanguage("Račun, ki", languages);
  const auto many = GuessLanguage(once + once + once, languages);
  REQUIRE(few);
  REQUIRE(many);
  CHECK(few->confidence < 0.8);
  CHECK(many->confidence > 0.9);
}

}  // namespace
}  // namespace pomocnik::kb::recognition
