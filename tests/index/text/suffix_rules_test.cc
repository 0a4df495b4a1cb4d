#include "index/text/suffix_rules.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "index/text/folding.h"

using pomocnik::index::DerivationClass;
using pomocnik::index::Fold;
using pomocnik::index::InflectionClass;

namespace {

std::vector<std::string> Words(const std::string& line) {
  std::istringstream stream(line);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::string ClassOf(const std::string& word) { return InflectionClass(Fold(word)); }

}  // namespace

TEST_CASE("all forms of a word give one class") {
  const char* kFamilies[] = {
      // masculine, and with a fleeting vowel
      "račun računa računu računom računi računov računih računoma",
      "davek davka davku davkom davki davkov davkih",
      "znesek zneska zneski zneskov zneskom",
      "obrazec obrazca obrazci obrazcev obrazcih",
      "mesec meseca mesecu meseci mesecev mesecih",
      "dobavitelj dobavitelja dobavitelji dobaviteljev dobaviteljem",
      "denar denarja denarju denarjem",
      "program programa programu programom programi programov",
      "sistem sistema sistemu sistemom sistemi",
      // feminine
      "temeljnica temeljnice temeljnico temeljnic temeljnicami",
      "stopnja stopnje stopnjo stopenj stopnjah",
      "storitev storitve storitvi storitvijo storitvah",
      "amortizacija amortizacije amortizacijo amortizacij",
      "prodaja prodaje prodajo prodaji",
      "možnost možnosti možnostjo možnostih",
      // neuter
      "plačilo plačila plačilu plačil plačilom plačilih",
      "sredstvo sredstva sredstev sredstvom",
      "stanje stanja stanju stanjem stanj",
      "podjetje podjetja podjetju podjetij",
      // adjectives
      "davčni davčnega davčnemu davčna davčne davčnih davčnimi",
      "pomemben pomembna pomembno pomembnega",
      "star starejši starejša starejšega",
      // verbs
      "knjižiti knjižim knjiži knjižil knjižila knjižimo knjižite",
      "plačati plačam plača plačal plačala plačajo plačajmo",
      "kupovati kupujem kupuje kupujemo kupoval",
      // typed without diacritics
      "račun racun racuni racunov",
  };
  for (const char* family : kFamilies) {
    auto words = Words(family);
    for (const auto& word : words) {
      CAPTURE(word);
      CHECK(ClassOf(word) == ClassOf(words.front()));
    }
  }
}

TEST_CASE("different words keep different classes") {
  const std::pair<std::string, std::string> kPairs[] = {
      {"račun", "računalnik"}, {"kupec", "kup"},      {"dan", "danica"},
      {"konto", "kontrola"},   {"zaloga", "založba"}, {"ura", "urad"},
  };
  for (const auto& [one, other] : kPairs) {
    CAPTURE(one);
    CHECK(ClassOf(one) != ClassOf(other));
  }
}

TEST_CASE("words of a family share the derivation class") {
  const char* kFamilies[] = {
      "knjižiti knjiženje knjižba",
      "davek davčni",
      "faktura fakturirati fakturiranje",
      "blagajna blagajniški",
      "zaposleni zaposliti",
      "odpis odpisati odpisano",
      // adjectives of nouns whose last syllable the inflection class does not have
      "akontacija akontacijski",
      "naročilo naročilni",
      "program programski",
      "računovodstvo računovodski",
      "lastništvo lastniški",

  };
  for (const char* family : kFamilies) {
    auto words = Words(family);
    for (const auto& word : words) {
      CAPTURE(word);
      CHECK(DerivationClass(ClassOf(word)) == DerivationClass(ClassOf(words.front())));
    }
  }
}

TEST_CASE("codes and short words are left whole") {
  for (const char* word : {"rek1", "2107", "dk", "o", "", "gk2107", "31.12.2024"}) {
    CAPTURE(word);
    CHECK(InflectionClass(word) == word);
  }
}

TEST_CASE("nine of ten running words fall into their lemma's class") {
  std::ifstream file(POMOCNIK_SOURCE_DIR "/../shared/eval/morphology/ssj_dev.tsv");
  if (!file) {
    MESSAGE("skipped: no ../shared/eval/morphology");
    return;
  }
  int all = 0;
  int hits = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream row(line);
    std::string form, lemma, part, count;
    std::getline(row, form, '\t');
    std::getline(row, lemma, '\t');
    std::getline(row, part, '\t');
    std::getline(row, count, '\t');
    all += std::stoi(count);
    if (ClassOf(form) == ClassOf(lemma)) hits += std::stoi(count);
  }
  MESSAGE("share of running words in their lemma's class: " << 1.0 * hits / all);
  CHECK(1.0 * hits / all >= 0.92);
}
