// Words and texts -> tokens, in tables that read as documentation of the analysis.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/index/text/trained_analyzer.h"

namespace pomocnik::index {
namespace {

using testing::WordForms;

// As the head of analysis.tsv describes it.
std::string Show(const Token& token) {
  std::string shown = (token.code ? "#" : "") + token.lemma;
  if (!token.second.empty()) shown += "/" + token.second;
  if (token.root != token.lemma) shown += "~" + token.root;
  if (token.surface != token.lemma) shown += "=" + token.surface;
  for (const std::string& compound : token.compounds) shown += "+" + compound;
  return token.stop_word ? "(" + shown + ")" : shown;
}

// Returns the number of rows.
int CheckTable(const std::string& name, WordForms word_forms) {
  std::ifstream file(POMOCNIK_SOURCE_DIR "/tests/index/text/" + name);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    REQUIRE_MESSAGE(tab != std::string::npos, line);
    std::string tokens;
    for (const Token& token : testing::AnalyzerOfKb(word_forms).Analyze(line.substr(0, tab))) {
      tokens += (tokens.empty() ? "" : " ") + Show(token);
    }
    CAPTURE(line.substr(0, tab));
    CHECK(tokens == line.substr(tab + 1));
    ++rows;
  }
  return rows;
}

TEST_CASE("words and texts become tokens") {
  CHECK(CheckTable("analysis.tsv", WordForms::kByModel) >= 200);
}

TEST_CASE("without a word list they become tokens by rules for endings") {
  CHECK(CheckTable("analysis_by_rules.tsv", WordForms::kByRules) >= 30);
}

}  // namespace
}  // namespace pomocnik::index
