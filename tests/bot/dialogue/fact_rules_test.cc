#include "bot/dialogue/fact_rules.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "kb/phrases/facts.h"
#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

FactRules RulesOfTheTree() {
  auto files = testing::ReadDataFiles();
  kb::Diagnostics diagnostics;
  auto lexicon = kb::ParseLexicon(files, diagnostics);
  auto file = testing::DataFileOfTheTree("phrases/facts.yaml");
  auto table = kb::ParseFacts(file.text, file.name, diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(kb::FormatDiagnostic(diagnostic));
  REQUIRE(diagnostics.empty());
  return FactRules(table, lexicon);
}

// "minutes=open remote=yes", in the order of the alphabet; "-" for a message that is no case.
std::string Told(const FactRules& rules, std::string_view text) {
  Case found = rules.Find(text);
  if (rules.MatterOf(found) == Matter::kNone) return "-";
  std::string told;
  for (const auto& [id, value] : found.facts) {
    if (!told.empty()) told += ' ';
    told += id + '=' + (value.state == FactValue::State::kOpen ? "open" : value.value);
  }
  return told;
}

struct Rate {
  int right = 0;
  int all = 0;
};

// The half "kept" was written with the other one and never tuned on; what fails in it is a figure, not a bug.
TEST_CASE("the facts of a message are found as the table says") {
  FactRules rules = RulesOfTheTree();
  std::ifstream table(POMOCNIK_SOURCE_DIR "/tests/bot/dialogue/facts.tsv");
  std::string line;
  std::getline(table, line);
  Rate tuned;
  Rate kept;
  while (std::getline(table, line)) {
    std::size_t first = line.find('\t');
    std::size_t second = line.find('\t', first + 1);
    REQUIRE(second != std::string::npos);
    std::string expected = line.substr(first + 1, second - first - 1);
    std::string told = Told(rules, line.substr(second + 1));
    bool is_kept = line.substr(0, first) == "kept";
    Rate& rate = is_kept ? kept : tuned;
    ++rate.all;
    if (told == expected) ++rate.right;
    if (told != expected) MESSAGE(told << "\tinstead of\t" << line);
  }
  MESSAGE("tuned: " << tuned.right << "/" << tuned.all << ", kept: " << kept.right << "/"
                    << kept.all);
  CHECK(tuned.all + kept.all >= 250);
}

}  // namespace
}  // namespace pomocnik::bot
