#include "kb/validity/dated_item.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

// "2026-01-01..2026-12-31", "..2026-12-31", or empty.
std::string Validities(std::string_view text) {
  const auto validity = FindValidity(text);
  if (!validity) return {};
  return (validity->from ? FormatDate(*validity->from) : "") + ".." + FormatDate(*validity->to);
}

TEST_CASE("until when something holds is read from its text") {
  struct Row {
    const char* text;
    const char* validity;
  };
  for (const Row& row : {
           Row{"Lestvica velja od 1. 1. 2026 do 31. 12. 2026. Nadgradimo program.",
               "2026-01-01..2026-12-31"},
           Row{"Obdobje je podaljšano in velja do 31. 3. 2026.", "..2026-03-31"},
           Row{"Navodila veljajo do vključno 15. aprila 2026, potem ne več.", "..2026-04-15"},
           Row{"Rok za oddajo je podaljšan do 30. 6. 2026.", "..2026-06-30"},
           Row{"Uredba vrijedi do 31. prosinca 2026.", "..2026-12-31"},
           Row{"Pravilnik važi od 1. januara 2026. do 1. jula 2026.", "2026-01-01..2026-07-01"},
           Row{"The scheme is valid from 1 May 2026 to 31 May 2026.", "2026-05-01..2026-05-31"},
           Row{"The rate applies until December 31, 2026.", "..2026-12-31"},
           // The last of several: what still holds must not be hidden.
           Row{"Stara stopnja velja do 30. 6. 2026. Nova velja do 31. 12. 2026.", "..2026-12-31"},
           // A range that ends before it begins is only an end.
           Row{"Velja od 1. 5. 2026 do 1. 4. 2026.", "..2026-04-01"},
           // Nobody says until when it holds.
           Row{"Srečanje bo 5. 6. 2026.", ""},
           Row{"Velja od 1. 1. 2026.", ""},
           Row{"Velja novi cenik. Pisarna je odprta do 1. 1. 2026.", ""},
           Row{"Razvaljati do 1. 1. 2026.", ""},
           Row{"Rok je 15. 3.", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(Validities(row.text) == row.validity);
  }
}

TEST_CASE("the words that say so are cut between letters") {
  for (const char* before : {"", "a", "aa", "aaa"}) {
    std::string text = before;
    for (int i = 0; i < 200; ++i) text += "€";
    const auto validity = FindValidity(text + " velja do 31. 12. 2026");
    REQUIRE(validity);
    CHECK(IsValidUtf8(validity->evidence));
  }
}

TEST_CASE("what is about law is told by title, section or text") {
  struct Row {
    const char* title;
    const char* section;
    const char* text;
    bool law;
  };
  for (const Row& row : {
           Row{"Zakonodaja: minimalna plača", "", "", true},
           Row{"ZAKONODAJA", "", "", true},
           Row{"Minimalna plača", "Zakonodaja", "", true},
           Row{"Minimalna plača", "Davčne novosti", "", true},
           Row{"Spremenjen pravilnik o DDV", "", "", true},
           Row{"Novela zakona o dohodnini", "", "", true},
           Row{"Minimalna plača", "", "Objavljeno v Uradnem listu (Ur. l. RS, št. 1/26).", true},
           Row{"New rates", "Legislation", "", true},
           Row{"Dopust zakonca", "Kadrovska evidenca", "Zakonec odda vlogo.", false},
           Row{"O zakonodajalcih", "", "", false},
           Row{"Rabati", "Fakturiranje", "Zakon rabata je preprost.", false},
       }) {
    CAPTURE(row.title);
    std::vector<std::string> sections;
    if (*row.section != 0) sections.emplace_back(row.section);
    CHECK(WhyLegislation(row.title, sections, row.text).empty() != row.law);
  }
}

TEST_CASE("what the text says is stated, with a finding for each") {
  ImportedArticle imported;
  imported.kind = Kind::kNewsletter;
  imported.article.title = "Zakonodaja: lestvica";
  imported.article.blocks = {PlainParagraph("Velja od 1. 1. 2026 do 31. 12. 2026.")};
  StateValidity(imported);
  CHECK(imported.kind == Kind::kLegislation);
  CHECK(FormatDate(*imported.article.valid_from) == "2026-01-01");
  CHECK(FormatDate(*imported.article.valid_to) == "2026-12-31");
  REQUIRE(imported.findings.size() == 3);
  CHECK(imported.findings[0].field == "kind");
  CHECK(imported.findings[1].field == "valid_to");
  CHECK(imported.findings[1].evidence == "velja od 1. 1. 2026 do 31. 12. 2026");
}

TEST_CASE("what the source states stays") {
  ImportedArticle imported;
  imported.kind = Kind::kPolicy;
  imported.article.title = "Zakonodaja";
  imported.article.valid_to = ParseDate("2026-06-30");
  imported.article.blocks = {PlainParagraph("Velja do 31. 12. 2026.")};
  StateValidity(imported);
  CHECK(imported.kind == Kind::kPolicy);
  CHECK(FormatDate(*imported.article.valid_to) == "2026-06-30");
  CHECK(imported.findings.empty());
}

}  // namespace
}  // namespace pomocnik::kb
