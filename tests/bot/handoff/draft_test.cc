#include "bot/handoff/draft.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

Phrases PhrasesOfTheTree() {
  kb::Diagnostics diagnostics;
  const auto file = testing::DataFileOfTheTree("phrases/phrases.yaml");
  return Phrases::Make(kb::ParsePhrases(file.text, file.name, diagnostics)).value();
}

Draft Write(const Conversation& conversation, std::string_view lang = "sl") {
  return WriteDraft(conversation, "P-7K3F9Q", PhrasesOfTheTree(), lang);
}

Conversation Asked(std::vector<std::string> asked) {
  Conversation conversation;
  conversation.subject = asked.front();
  conversation.asked = std::move(asked);
  return conversation;
}

TEST_CASE("a draft says what was asked, what was shown, what it helped, and where") {
  Conversation conversation = Asked({"Kako storniram račun?", "kaj pa za lansko leto"});
  conversation.shown = {{"fak-dobropis", "Dobropis"}};
  conversation.helped = Conversation::Helped::kNo;
  conversation.context = {"icenter", "FAK.Racun", "Fakturiranje", "2026.01.002"};
  const Draft draft = Write(conversation);
  CHECK(draft.reference == "P-7K3F9Q");
  CHECK(draft.title == "Kako storniram račun?");
  CHECK(draft.text ==
        "Oznaka: P-7K3F9Q\n\n"
        "Vprašanje:\nKako storniram račun?\nDodatno:\n- kaj pa za lansko leto\n\n"
        "Pomočnik je pokazal:\n- Dobropis (fak-dobropis)\nPrikazano ni pomagalo.\n\n"
        "Program: icenter\nModul: Fakturiranje\nZaslon: FAK.Racun\nRazličica: 2026.01.002\n");
}

TEST_CASE("what is not known is left out") {
  CHECK(Write(Asked({"How do I cancel an invoice?"}), "en").text ==
        "Reference: P-7K3F9Q\n\nQuestion:\nHow do I cancel an invoice?\n");
  const Draft empty = Write({});
  CHECK(empty.title.empty());
  CHECK(empty.text == "Oznaka: P-7K3F9Q\n");
}

TEST_CASE("what the program said is told apart") {
  struct Row {
    std::string_view text;
    std::vector<std::string> messages;
  };
  const Row rows[] = {
      {"izpiše »Obdobje je zaključeno« in nič", {"Obdobje je zaključeno"}},
      {"javi \"ORA-01403: no data found\" ob knjiženju", {"ORA-01403: no data found"}},
      {"piše „Račun že obstaja“", {"Račun že obstaja"}},
      {"pritisnem gumb »OK«", {}},  // the name of a button
      {"napaka: ni povezave s strežnikom\nkaj naj naredim", {"ni povezave s strežnikom"}},
      {"error: invalid date", {"invalid date"}},
      {"»brez konca", {}},
      {"napaka:", {}},
      {"nič posebnega", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ProgramMessages(row.text) == row.messages);
  }
  CHECK(Write(Asked({"izpiše »Obdobje je zaključeno«"}))
            .text.find("Sporočilo programa: Obdobje je zaključeno\n") != std::string::npos);
}

TEST_CASE("the title is one line, cut between words") {
  const Draft draft =
      Write(Asked({"Prva vrstica\n\n  z vrzeljo in še nekaj besed, ki jih je preveč za zadevo, "
                   "zato se konča pred koncem"}));
  CHECK(draft.title.find("Prva vrstica z vrzeljo in še") == 0);
  CHECK(draft.title.ends_with(" …"));
  CHECK(CountCodePoints(draft.title) <= 82);
}

TEST_CASE("a draft fits the portal's form, however much was written") {
  Conversation conversation = Asked(std::vector<std::string>(8, std::string(2000, 'x')));
  for (int i = 0; i < 30; ++i) {
    conversation.shown.push_back({"id" + std::to_string(i), std::string(80, 'y')});
  }
  CHECK(CountCodePoints(Write(conversation).text) <= 2000);
}

}  // namespace
}  // namespace pomocnik::bot
