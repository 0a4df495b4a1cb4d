#include "kb/phrases/phrases.h"

#include <doctest/doctest.h>

#include "kb/phrases/intents.h"

namespace pomocnik::kb {
namespace {

TEST_CASE("a phrase has a text in each language and its line") {
  Diagnostics diagnostics;
  auto table = ParsePhrases("a: {sl: da, en: yes, hr: da}\nb:\n  sl: ne\n  en: no\n  hr: ne\n",
                            "p.yaml", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(table.entries.size() == 2);
  CHECK(table.entries.at("a").pattern.In("en") == "yes");
  CHECK(table.entries.at("b").pattern.In("xx") == "ne");
  CHECK(table.entries.at("b").line == 2);
}

TEST_CASE("a phrase that lacks a language is left out, the others stay") {
  Diagnostics diagnostics;
  auto table = ParsePhrases(
      "a: {sl: da, en: yes}\nb: text\nc: {sl: x, en: x, hr: x, de: x}\n"
      "d: {sl: x, en: x, hr: x}\n",
      "p.yaml", diagnostics);
  CHECK(table.entries.size() == 1);
  REQUIRE(diagnostics.size() == 3);
  CHECK(FormatDiagnostic(diagnostics[0]).find("p.yaml:1") == 0);
  CHECK(diagnostics[0].message == "a: the text in hr is missing");
  CHECK(diagnostics[1].line == 2);
  CHECK(diagnostics[2].message == "c: unknown language de");
}

TEST_CASE("a document that is no map is an error") {
  Diagnostics diagnostics;
  CHECK(ParsePhrases("[a, b]", "p.yaml", diagnostics).entries.empty());
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("classes are put in where they are named, in other classes too") {
  Diagnostics diagnostics;
  auto table = ParseIntents(
      "classes:\n"
      "  a: [x, y]\n"
      "  b: [\"@a\", z]\n"
      "fillers: [prosim]\n"
      "intents:\n"
      "  - id: one\n"
      "    act: handoff\n"
      "    say: handoff.person\n"
      "    whole: true\n"
      "    none: [n]\n"
      "    any:\n"
      "      - [[\"@b\"], [w]]\n"
      "      - {all: [[v]], none: [m]}\n",
      "i.yaml", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(table.rules.size() == 1);
  const IntentRule& rule = table.rules[0];
  CHECK(rule.act == IntentAct::kHandoff);
  CHECK(rule.reach == IntentRule::Reach::kWholeMessage);
  REQUIRE(rule.patterns.size() == 2);
  CHECK(rule.patterns[0].all == std::vector<WordGroup>{{"x", "y", "z"}, {"w"}});
  CHECK(rule.patterns[0].none == WordGroup{"n"});
  CHECK(rule.patterns[1].none == WordGroup{"n", "m"});
}

TEST_CASE("an intent that is wrong is left out with its line") {
  struct Row {
    const char* intent;
    const char* message;
  };
  const Row rows[] = {
      {"{act: status, say: s, any: [[[a]]]}", "needs id, say and act"},
      {"{id: x, act: sing, say: s, any: [[[a]]]}", "needs id, say and act"},
      {"{id: x, act: status, say: s}", "has no pattern"},
      {"{id: x, act: status, say: s, any: [[]]}", "at least one group"},
      {"{id: x, act: status, say: s, any: [[[\"@none\"]]]}", "no class @none above"},
      {"{id: x, act: status, say: s, any: [[a]]}", "expected a list of words"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    std::string yaml = std::string("intents:\n  - ") + row.intent + "\n";
    ParseIntents(yaml, "i.yaml", diagnostics);
    REQUIRE_FALSE(diagnostics.empty());
    CHECK_MESSAGE(diagnostics[0].message.find(row.message) != std::string::npos,
                  diagnostics[0].message);
    CHECK(diagnostics[0].line == 2);
  }
}

TEST_CASE("an id that repeats and an unknown key are errors") {
  Diagnostics diagnostics;
  auto table = ParseIntents(
      "intents:\n"
      "  - {id: x, act: status, say: s, any: [[[a]]]}\n"
      "  - {id: x, act: status, say: s, any: [[[b]]]}\n"
      "moods: []\n",
      "i.yaml", diagnostics);
  CHECK(table.rules.size() == 1);
  CHECK(diagnostics.size() == 2);
}

}  // namespace
}  // namespace pomocnik::kb
