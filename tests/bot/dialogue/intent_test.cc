#include "bot/dialogue/intent.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "kb/phrases/intents.h"
#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

IntentRules RulesFrom(std::string_view yaml) {
  kb::Diagnostics diagnostics;
  auto table = kb::ParseIntents(yaml, "intents.yaml", diagnostics);
  REQUIRE(diagnostics.empty());
  return IntentRules(table, kb::Lexicon());
}

std::string IdOf(const Intent* intent) { return intent ? intent->id : "-"; }

IntentRules IntentRulesOfTheTree() {
  auto files = testing::ReadDataFiles();
  kb::Diagnostics diagnostics;
  auto lexicon = kb::ParseLexicon(files, diagnostics);
  kb::IntentTable table;
  for (const auto& file : files) {
    if (file.name == "phrases/intents.yaml") {
      table = kb::ParseIntents(file.text, file.name, diagnostics);
    }
  }
  for (const auto& diagnostic : diagnostics) MESSAGE(kb::FormatDiagnostic(diagnostic));
  REQUIRE(diagnostics.empty());
  return IntentRules(table, lexicon);
}

TEST_CASE("each message of the table is read as it says") {
  IntentRules rules = IntentRulesOfTheTree();
  std::ifstream table(POMOCNIK_SOURCE_DIR "/tests/bot/dialogue/intents.tsv");
  std::string line;
  std::getline(table, line);
  int messages = 0;
  while (std::getline(table, line)) {
    std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    std::string text = line.substr(tab + 1);
    CHECK_MESSAGE(IdOf(rules.Match(text)) == line.substr(0, tab), text);
    ++messages;
  }
  CHECK(messages > 150);
}

TEST_CASE("a word stands for all its forms, and for one only behind an equals sign") {
  IntentRules rules = RulesFrom(
      "intents:\n"
      "  - {id: any, act: status, say: s, any: [[[zahtevek]]]}\n"
      "  - {id: one, act: status, say: s, any: [[[=delate]]]}\n");
  CHECK(IdOf(rules.Match("z mojimi zahtevki")) == "any");
  CHECK(IdOf(rules.Match("kdaj DELATE?")) == "one");
  CHECK(IdOf(rules.Match("kdaj delamo?")) == "-");
}

TEST_CASE("words with a space between them must stand in a row") {
  IntentRules rules = RulesFrom(
      "intents:\n"
      "  - {id: row, act: status, say: s, any: [[[na voljo]]]}\n");
  CHECK(IdOf(rules.Match("Ste na voljo?")) == "row");
  CHECK(IdOf(rules.Match("po volji na sestanek")) == "-");
  CHECK(IdOf(rules.Match("na")) == "-");
}

TEST_CASE("every group is needed, and a word of none forbids the match") {
  IntentRules rules = RulesFrom(
      "intents:\n"
      "  - id: both\n"
      "    act: policy\n"
      "    say: hours\n"
      "    none: [plača]\n"
      "    any:\n"
      "      - all: [[=delate], [sobota, nedelja]]\n"
      "        none: [skladišče]\n");
  CHECK(IdOf(rules.Match("delate v soboto")) == "both");
  CHECK(IdOf(rules.Match("delate")) == "-");
  CHECK(IdOf(rules.Match("delate v soboto v skladišču")) == "-");
  CHECK(IdOf(rules.Match("delate v soboto plačo")) == "-");
}

TEST_CASE("an intent for the whole message leaves a question in it to the search") {
  IntentRules rules = RulesFrom(
      "fillers: [lepa, in]\n"
      "intents:\n"
      "  - {id: thanks, act: smalltalk, say: t, whole: true, any: [[[hvala]]]}\n"
      "  - {id: goodbye, act: smalltalk, say: g, whole: true, any: [[[nasvidenje]]]}\n");
  CHECK(IdOf(rules.Match("Hvala lepa!")) == "thanks");
  CHECK(IdOf(rules.Match("Hvala lepa in nasvidenje")) == "thanks");
  CHECK(IdOf(rules.Match("Hvala, kako storniram račun?")) == "-");
}

TEST_CASE("a message that goes on from the one before is known by its first words") {
  IntentRules rules = IntentRulesOfTheTree();
  for (const char* text : {"kaj pa za lansko leto?", "in v saldakontih?", "pa v trgovini?",
                           "Kaj pa, če je račun že zaprt?", "what about last year?",
                           "A što s kupcima?", "kako to naredim?"}) {
    CHECK_MESSAGE(rules.ReferenceOf(text) == Reference::kFollowUp, text);
  }
  for (const char* text :
       {"Kako storniram račun?", "In kako obračunam plačo za zaposlenega z dvema pogodbama?", "",
        "How do I post an invoice?", "Kje nastavim davčno stopnjo za artikel?"}) {
    CHECK_MESSAGE(rules.ReferenceOf(text) == Reference::kNone, text);
  }
}

TEST_CASE("any text is read without a match or a hang") {
  IntentRules rules = IntentRulesOfTheTree();
  std::string long_text;
  while (long_text.size() < 20000) long_text += "račun ";
  for (std::string_view text :
       {std::string_view(""), std::string_view("   \n\t"), std::string_view("😀😀😀"),
        std::string_view("-"), std::string_view(long_text)}) {
    CHECK(rules.Match(text) == nullptr);
  }
}

// The wording of these questions is kept out of the rules; they only show that how-to questions are left
// to the search.
TEST_CASE("questions about the programs are left to the search") {
  std::ifstream table(POMOCNIK_SOURCE_DIR "/kb/questions.tsv");
  IntentRules rules = IntentRulesOfTheTree();
  std::string line;
  std::getline(table, line);
  int asked = 0;
  while (std::getline(table, line)) {
    bool about_help = line.find("\tpom-") != std::string::npos;
    const Intent* intent = rules.Match(line.substr(line.rfind('\t') + 1));
    ++asked;
    CHECK_MESSAGE((!intent || about_help), (intent ? intent->id : ""), " takes: ", line);
  }
  CHECK(asked >= 60);
}

}  // namespace
}  // namespace pomocnik::bot
