#include "bot/dialogue/removed.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

Phrases PhrasesOfTheTree() {
  kb::Diagnostics diagnostics;
  const auto file = testing::DataFileOfTheTree("phrases/phrases.yaml");
  return Phrases::Make(kb::ParsePhrases(file.text, file.name, diagnostics)).value();
}

TEST_CASE("what was removed is counted in the forms of the language") {
  constexpr std::array<std::size_t, 5> kCounts = {1, 2, 3, 5, 101};
  struct Row {
    PersonalData kind;
    const char* lang;
    std::array<const char*, 5> forms;  // behind each of kCounts
  };
  const Row rows[] = {
      {PersonalData::kEmso,
       "sl",
       {"številko EMŠO", "številki EMŠO", "številke EMŠO", "številk EMŠO", "številko EMŠO"}},
      {PersonalData::kEmso,
       "en",
       {"EMŠO number", "EMŠO numbers", "EMŠO numbers", "EMŠO numbers", "EMŠO numbers"}},
      {PersonalData::kEmso,
       "hr",
       {"matični broj", "matična broja", "matična broja", "matičnih brojeva", "matični broj"}},
      {PersonalData::kTaxNumber,
       "sl",
       {"davčno številko", "davčni številki", "davčne številke", "davčnih številk",
        "davčno številko"}},
      {PersonalData::kTaxNumber,
       "en",
       {"tax number", "tax numbers", "tax numbers", "tax numbers", "tax numbers"}},
      {PersonalData::kTaxNumber,
       "hr",
       {"porezni broj", "porezna broja", "porezna broja", "poreznih brojeva", "porezni broj"}},
      {PersonalData::kIban,
       "sl",
       {"številko bančnega računa", "številki bančnih računov", "številke bančnih računov",
        "številk bančnih računov", "številko bančnega računa"}},
      {PersonalData::kIban,
       "en",
       {"bank account number", "bank account numbers", "bank account numbers",
        "bank account numbers", "bank account numbers"}},
      {PersonalData::kIban,
       "hr",
       {"broj bankovnog računa", "broja bankovnih računa", "broja bankovnih računa",
        "brojeva bankovnih računa", "broj bankovnog računa"}},
      {PersonalData::kCard,
       "sl",
       {"številko kartice", "številki kartic", "številke kartic", "številk kartic",
        "številko kartice"}},
      {PersonalData::kCard,
       "en",
       {"card number", "card numbers", "card numbers", "card numbers", "card numbers"}},
      {PersonalData::kCard,
       "hr",
       {"broj kartice", "broja kartica", "broja kartica", "brojeva kartica", "broj kartice"}},
      {PersonalData::kPhone,
       "sl",
       {"telefonsko številko", "telefonski številki", "telefonske številke", "telefonskih številk",
        "telefonsko številko"}},
      {PersonalData::kPhone,
       "en",
       {"phone number", "phone numbers", "phone numbers", "phone numbers", "phone numbers"}},
      {PersonalData::kPhone,
       "hr",
       {"telefonski broj", "telefonska broja", "telefonska broja", "telefonskih brojeva",
        "telefonski broj"}},
      {PersonalData::kEmail,
       "sl",
       {"e-poštni naslov", "e-poštna naslova", "e-poštne naslove", "e-poštnih naslovov",
        "e-poštni naslov"}},
      {PersonalData::kEmail,
       "en",
       {"e-mail address", "e-mail addresses", "e-mail addresses", "e-mail addresses",
        "e-mail addresses"}},
      {PersonalData::kEmail,
       "hr",
       {"adresu e-pošte", "adrese e-pošte", "adrese e-pošte", "adresa e-pošte", "adresu e-pošte"}},
      {PersonalData::kBirthDate,
       "sl",
       {"datum rojstva", "datuma rojstva", "datume rojstva", "datumov rojstva", "datum rojstva"}},
      {PersonalData::kBirthDate,
       "en",
       {"date of birth", "dates of birth", "dates of birth", "dates of birth", "dates of birth"}},
      {PersonalData::kBirthDate,
       "hr",
       {"datum rođenja", "datuma rođenja", "datuma rođenja", "datuma rođenja", "datum rođenja"}},
      {PersonalData::kSecret, "sl", {"geslo", "gesli", "gesla", "gesel", "geslo"}},
      {PersonalData::kSecret,
       "en",
       {"password", "passwords", "passwords", "passwords", "passwords"}},
      {PersonalData::kSecret, "hr", {"lozinku", "lozinke", "lozinke", "lozinki", "lozinku"}},
      {PersonalData::kSchoolNumber,
       "sl",
       {"šolsko številko", "šolski številki", "šolske številke", "šolskih številk",
        "šolsko številko"}},
      {PersonalData::kSchoolNumber,
       "en",
       {"school number", "school numbers", "school numbers", "school numbers", "school numbers"}},
      {PersonalData::kSchoolNumber,
       "hr",
       {"školski broj", "školska broja", "školska broja", "školskih brojeva", "školski broj"}},
      {PersonalData::kHealthNumber,
       "sl",
       {"številko zdravstvenega zavarovanja", "številki zdravstvenega zavarovanja",
        "številke zdravstvenega zavarovanja", "številk zdravstvenega zavarovanja",
        "številko zdravstvenega zavarovanja"}},
      {PersonalData::kHealthNumber,
       "en",
       {"health insurance number", "health insurance numbers", "health insurance numbers",
        "health insurance numbers", "health insurance numbers"}},
      {PersonalData::kHealthNumber,
       "hr",
       {"broj zdravstvenog osiguranja", "broja zdravstvenog osiguranja",
        "broja zdravstvenog osiguranja", "brojeva zdravstvenog osiguranja",
        "broj zdravstvenog osiguranja"}},
      {PersonalData::kToken,
       "sl",
       {"dostopni žeton", "dostopna žetona", "dostopne žetone", "dostopnih žetonov",
        "dostopni žeton"}},
      {PersonalData::kToken,
       "en",
       {"access token", "access tokens", "access tokens", "access tokens", "access tokens"}},
      {PersonalData::kToken,
       "hr",
       {"pristupni token", "pristupna tokena", "pristupna tokena", "pristupnih tokena",
        "pristupni token"}},
  };
  const std::map<std::string_view, std::string> beginnings = {
      {"sl", "Odstranili smo: "}, {"en", "We removed: "}, {"hr", "Uklonili smo: "}};
  const Phrases phrases = PhrasesOfTheTree();
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kCounts.size(); ++i) {
      const std::vector<PersonalData> found(kCounts[i], row.kind);
      CHECK(DescribeRemoved(found, phrases, row.lang) ==
            beginnings.at(row.lang) + std::to_string(kCounts[i]) + " " + row.forms[i] + ".");
    }
  }
}

TEST_CASE("each kind is told once, in the order of the kinds") {
  const std::vector<PersonalData> found = {PersonalData::kToken, PersonalData::kPhone,
                                           PersonalData::kSecret, PersonalData::kPhone,
                                           PersonalData::kEmso};
  const Phrases phrases = PhrasesOfTheTree();
  CHECK(DescribeRemoved(found, phrases, "sl") ==
        "Odstranili smo: 1 številko EMŠO, 2 telefonski številki, 1 geslo, 1 dostopni žeton.");
  CHECK(DescribeRemoved(found, phrases, "en") ==
        "We removed: 1 EMŠO number, 2 phone numbers, 1 password, 1 access token.");
  CHECK(DescribeRemoved(found, phrases, "hr") ==
        "Uklonili smo: 1 matični broj, 2 telefonska broja, 1 lozinku, 1 pristupni token.");
}

TEST_CASE("what a redaction found is told") {
  const auto redaction = Redact("Pišite na ana@podjetje.example ali bor@podjetje.example.");
  CHECK(DescribeRemoved(redaction.found, PhrasesOfTheTree(), "sl") ==
        "Odstranili smo: 2 e-poštna naslova.");
}

TEST_CASE("of nothing removed nothing is said") {
  CHECK(DescribeRemoved({}, PhrasesOfTheTree(), "sl").empty());
}

}  // namespace
}  // namespace pomocnik::bot
