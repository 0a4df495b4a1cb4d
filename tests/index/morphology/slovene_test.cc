#include "index/morphology/slovene.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace pomocnik::index {
namespace {

// A list that knows forms only, as the Slovene one mostly does.
WordList ListOf(std::string_view words) {
  std::string text = "1\n";
  for (const char c : words) text += c == ' ' ? '\n' : c;
  auto list = ExpandWordList("SET UTF-8\nSFX V Y 1\nSFX V ti l ti\n", text);
  REQUIRE(list);
  return *std::move(list);
}

// The best reading of each form.
std::map<std::string, std::string> Derive(const WordList& list) {
  std::map<std::string, std::pair<double, std::string>> best;
  for (const FormLemma& pair : DeriveSlovenePairs(list, [](std::size_t, std::size_t) {})) {
    auto& reading = best[pair.form];
    if (pair.weight > reading.first) reading = {pair.weight, pair.lemma};
  }
  std::map<std::string, std::string> lemmas;
  for (const auto& [form, reading] : best) lemmas[form] = reading.second;
  return lemmas;
}

TEST_CASE("forms find their dictionary form among the listed words") {
  struct Row {
    std::string_view words;  // the first is the dictionary form of all
  };
  const Row rows[] = {
      {"davek davka davku davkom davki davkov davke davkih davkoma"},
      {"postavka postavke postavki postavko postavk postavkama postavkah postavkam postavkami"},
      {"stopnja stopnje stopnji stopnjo stopenj stopnjama stopnjah stopnjam stopnjami"},
      {"storitev storitve storitvi storitvijo storitvama storitvah storitvam storitvami"},
      {"podjetje podjetja podjetju podjetjem podjetji podjetij podjetjih podjetjema"},
      {"konto konta kontu kontom konti kontov konte kontih kontoma"},
      {"davčen davčna davčno davčne davčni davčnega davčnemu davčnem davčnim davčnih davčnimi"},
      {"knjižiti knjižit knjižil knjižila knjižilo knjižili knjižile knjižim knjižiš knjiži "
       "knjiživa knjižita knjižimo knjižite knjižijo"},
      {"pisati pisat pisal pisala pisalo pisali pisale pišem pišeš piše piševa pišeta pišemo "
       "pišete pišejo"},
      {"knjigovati knjigovat knjigoval knjigovala knjigovali knjigujem knjiguješ knjiguje "
       "knjigujemo knjigujete knjigujejo"},
  };
  for (const Row& row : rows) {
    const WordList list = ListOf(row.words);
    const auto lemmas = Derive(list);
    for (const ListedForm& form : list.forms) {
      CAPTURE(form.form);
      REQUIRE(lemmas.contains(form.form));
      CHECK(lemmas.at(form.form) == list.entries.front());
    }
  }
}

TEST_CASE("superlatives belong to the adjective") {
  const auto lemmas = Derive(
      ListOf("nov nova novo nove novi novega novemu novem novim novih novimi novejši novejša "
             "najnovejši najnovejša"));
  CHECK(lemmas.at("novejSi") == "nov");
  CHECK(lemmas.at("najnovejSa") == "nov");
}

TEST_CASE("of two words with a form alike, the one that uses it more often wins") {
  // The third person of a verb, and the plural of a noun.
  const auto lemmas = Derive(ListOf(
      "govor govora govoru govorom govori govorov govore govorih govoroma govoriti govorit govoril "
      "govorila "
      "govorilo govorili govorile govorim govoriš govoriva govorita govorimo govorite govorijo"));
  CHECK(lemmas.at("govori") == "govoriti");
  CHECK(lemmas.at("govor") == "govor");
}

TEST_CASE("possessives belong to their noun, declined participles to their verb") {
  const auto lemmas =
      Derive(ListOf("delavec delavca delavcu delavcem delavci delavcev delavce delavcih delavcema "
                    "delavčeva delavčevo delavčevega "
                    "oboleti obolet obolel obolela obolelo oboleli obolele obolim obolimo obolite "
                    "obolijo obolelega obolelih"));
  CHECK(lemmas.at("delavCevega") == "delavec");
  CHECK(lemmas.at("obolelih") == "oboleti");
  CHECK(lemmas.at("obolela") == "oboleti");
}

TEST_CASE("what cannot be counted has a singular only") {
  CHECK(Derive(ListOf("turizem turizma turizmu turizmom")).at("turizmu") == "turizem");
  CHECK(Derive(ListOf("oskrba oskrbe oskrbi oskrbo")).at("oskrbe") == "oskrba");
}

TEST_CASE("the definite form of an adjective is no word of its own") {
  const auto lemmas =
      Derive(ListOf("nov nova novo nove novi novega novemu novem novim novih novimi novima"));
  CHECK(lemmas.at("novi") == "nov");
  CHECK(lemmas.at("novega") == "nov");
}

TEST_CASE("a word that nothing explains has no dictionary form") {
  CHECK(Derive(ListOf("vendar zmeraj")).empty());
}

TEST_CASE("who waits is told how far it is") {
  std::size_t told = 0;
  DeriveSlovenePairs(ListOf("rok roka roku"), [&](std::size_t done, std::size_t total) {
    CHECK(done == ++told);
    CHECK(total == 3);
  });
  CHECK(told == 3);
}

}  // namespace
}  // namespace pomocnik::index
