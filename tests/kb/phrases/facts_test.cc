#include "kb/phrases/facts.h"

#include <doctest/doctest.h>

namespace pomocnik::kb {
namespace {

TEST_CASE("a fact is read with what each value and its denial mean") {
  Diagnostics diagnostics;
  auto table = ParseFacts(
      "classes: {talk: [telefon*]}\n"
      "denials: [=ne]\n"
      "facts:\n"
      "  - id: channel\n"
      "    about: support\n"
      "    said:\n"
      "      - {value: phone, denied: portal, unless: [x], any: [[[\"@talk\"]]]}\n"
      "duration:\n"
      "  limit: 15\n"
      "  units: {60: [ura]}\n"
      "asks_cost: {any: [[[zastonj]]]}\n",
      "f.yaml", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(table.facts.size() == 1);
  CHECK(table.facts[0].about == FactSayings::About::kSupport);
  REQUIRE(table.facts[0].wordings.size() == 1);
  const FactWording& wording = table.facts[0].wordings[0];
  CHECK(wording.value == "phone");
  CHECK(wording.denied == "portal");
  CHECK(wording.patterns[0].all == std::vector<WordGroup>{{"telefon*"}});
  CHECK(table.duration.limit == 15);
  REQUIRE(table.duration.units.size() == 1);
  CHECK(table.duration.units[0].number == 60);
  CHECK(table.asks_cost.size() == 1);
}

TEST_CASE("what is wrong with facts is told with its line") {
  struct Row {
    const char* yaml;
    const char* message;
  };
  const Row rows[] = {
      {"\nmoods: []\n", "unknown key moods"},
      {"facts:\n  - {about: support}\n", "a fact needs an id"},
      {"facts:\n  - {id: a}\n", "about is support or program_too"},
      {"facts:\n  - {id: a, about: support, said: [{value: x}]}\n", "at least one pattern"},
      {"duration:\n  limit: some\n", "expected a whole number"},
      {"duration: {limit: 1, units:\n    {x: [y]}}\n", "expected a whole number instead of x"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    ParseFacts(row.yaml, "f.yaml", diagnostics);
    REQUIRE_MESSAGE(diagnostics.size() == 1, row.yaml);
    CHECK_MESSAGE(diagnostics[0].message.find(row.message) != std::string::npos,
                  diagnostics[0].message);
    CHECK(diagnostics[0].line > 0);
  }
  Diagnostics diagnostics;
  CHECK(ParseFacts("[a]", "f.yaml", diagnostics).facts.empty());
  CHECK(diagnostics.size() == 1);
}

}  // namespace
}  // namespace pomocnik::kb
