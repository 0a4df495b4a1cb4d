#include "bot/dialogue/fact_rules.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "kb/phrases/facts.h"
#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

FactRules FactRulesOfTheTree() {
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
  FactRules rules = FactRulesOfTheTree();
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
    if (told == expected) continue;
    if (is_kept) MESSAGE(told << "\tinstead of\t" << line);
    CHECK_MESSAGE(is_kept, told, " instead of ", line);
  }
  MESSAGE("tuned: " << tuned.right << "/" << tuned.all << ", kept: " << kept.right << "/"
                    << kept.all);
  CHECK(tuned.all + kept.all >= 250);
  CHECK(kept.right * 100 >= kept.all * 90);
}

TEST_CASE("questions about the programs are no cases") {
  FactRules rules = FactRulesOfTheTree();
  std::ifstream table(POMOCNIK_SOURCE_DIR "/kb/questions.tsv");
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    if (line.find("\tpom-") != std::string::npos) continue;
    std::string text = line.substr(line.rfind('\t') + 1);
    CHECK_MESSAGE(Told(rules, text) == "-", text);
  }
}

TEST_CASE("what is left open is open for the fact of its clause only") {
  FactRules rules = FactRulesOfTheTree();
  CHECK(Told(rules, "Mogoče bo trajalo 20 minut, uvajanje pa smo imeli. Se plača?") ==
        "company_trained=yes minutes=open");
}

TEST_CASE("facts without a question after cost or help are a case when two speak of support") {
  FactRules rules = FactRulesOfTheTree();
  CHECK(Told(rules, "Uvajanje smo imeli.") == "-");
  CHECK(Told(rules, "Uvajanje smo imeli, oddano prek portala.") ==
        "channel=portal company_trained=yes");
}

TEST_CASE("an answer is read by the fact that was asked for") {
  FactRules rules = FactRulesOfTheTree();
  struct Row {
    std::string_view fact, text, value;  // "?": still open; "": no answer
  };
  const Row rows[] = {
      {"minutes", "10 minut", "10"},
      {"minutes", "10", "10"},
      {"minutes", "več kot 15", "16"},
      {"minutes", "največ 15", "15"},
      {"minutes", "da", "16"},
      {"minutes", "ne", "15"},
      {"minutes", "10 do 20", "?"},
      {"minutes", "pol ure", "30"},
      {"remote", "ja", "yes"},
      {"remote", "ne", "no"},
      {"remote", "ne vem", "?"},
      {"remote", "maybe", "?"},
      {"channel", "da", "portal"},
      {"outside_hours", "ne", "no"},
      {"topic", "da", ""},
      {"remote", "račun", ""},
      {"remote", "", ""},
      {"remote", "ne, kako pa storniram račun v fakturiranju", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.fact);
    CAPTURE(row.text);
    const auto told = rules.AnswerTo(row.fact, row.text);
    const bool open = told && told->state == FactValue::State::kOpen;
    CHECK((!told ? "" : open ? "?" : told->value) == row.value);
  }
}

TEST_CASE("any text is read for facts without a hang") {
  FactRules rules = FactRulesOfTheTree();
  std::string long_text;
  while (long_text.size() < 20000) long_text += "nismo, ";
  for (std::string_view text :
       {std::string_view(""), std::string_view(" \n,,"), std::string_view("😀"),
        std::string_view("9"), std::string_view("ob"), std::string_view("ob pol"),
        std::string_view(long_text)}) {
    CHECK(Told(rules, text) == "-");
  }
}

}  // namespace
}  // namespace pomocnik::bot
