#include "bot/handoff/draft.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

Phrases PhrasesOfTheTree() {
  kb::Diagnostics diagnostics;
  kb::PhraseTable table;
  for (const auto& file : testing::ReadDataFiles()) {
    if (file.name == "phrases/phrases.yaml") {
      table = kb::ParsePhrases(file.text, file.name, diagnostics);
    }
  }
  return Phrases::Make(std::move(table)).value();
}

TEST_CASE("a draft says what was asked and where") {
  Question question{"Kako storniram račun?",
                    "sl",
                    {"icenter", "FAK.Racun", "Fakturiranje", "2026.01.002"},
                    "web"};
  CHECK(WriteDraft(question, PhrasesOfTheTree(), "sl") ==
        "Zadeva: Kako storniram račun?\n\n"
        "Vprašanje:\nKako storniram račun?\n\n"
        "Program: icenter\nModul: Fakturiranje\nZaslon: FAK.Racun\nRazličica: 2026.01.002\n");
}

TEST_CASE("what is not known is left out") {
  Question question{"How do I cancel an invoice?", "en", {}, "web"};
  CHECK(WriteDraft(question, PhrasesOfTheTree(), "en") ==
        "Subject: How do I cancel an invoice?\n\nQuestion:\nHow do I cancel an invoice?\n");
}

TEST_CASE("personal data does not reach the draft") {
  Question question{"Janez, 041 123 456, geslo je Kuza123!", "sl", {}, "web"};
  std::string draft = WriteDraft(question, PhrasesOfTheTree(), "sl");
  CHECK(draft.find("041") == std::string::npos);
  CHECK(draft.find("Kuza") == std::string::npos);
  CHECK(draft.find("[telefon]") != std::string::npos);
}

TEST_CASE("the subject is one line, cut between words") {
  Question question{
      "Prva vrstica\n\n  z vrzeljo in še nekaj besed, ki jih je preveč za zadevo, "
      "zato se konča pred koncem",
      "sl",
      {},
      "web"};
  std::string draft = WriteDraft(question, PhrasesOfTheTree(), "sl");
  std::string subject = draft.substr(0, draft.find('\n'));
  CHECK(subject.find("Zadeva: Prva vrstica z vrzeljo in še") == 0);
  CHECK(subject.ends_with(" …"));
  CHECK(CountCodePoints(subject) <= 90);
}

TEST_CASE("a very long question is cut") {
  Question question{std::string(9000, 'x'), "sl", {}, "web"};
  CHECK(CountCodePoints(WriteDraft(question, PhrasesOfTheTree(), "sl")) < 1700);
}

}  // namespace
}  // namespace pomocnik::bot
