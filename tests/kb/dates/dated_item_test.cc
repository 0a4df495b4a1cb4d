#include "kb/dates/dated_item.h"

#include <doctest/doctest.h>

namespace pomocnik::kb {
namespace {

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
  CHECK(imported.findings[1].evidence == "Velja od 1. 1. 2026 do 31. 12. 2026");
}

TEST_CASE("a text that does not say until when states no days") {
  ImportedArticle imported;
  imported.article.title = "Lestvica";
  imported.article.blocks = {PlainParagraph("Velja od 1. 1. 2026.")};
  StateValidity(imported);
  CHECK_FALSE(imported.article.valid_from);
  CHECK(imported.findings.empty());
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
