// How many words fall into the class of their dictionary form, as `script/test` measures it where the evaluation
// lies beside this tree: with the model learnt from Debian's lists and the overrides of kb/lexicon.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/index/text/trained_analyzer.h"

namespace pomocnik::index {
namespace {

const std::string kFolder = POMOCNIK_SOURCE_DIR "/../shared/eval/morphology/";

const Analyzer& TrainedAnalyzer() { return testing::AnalyzerOfKb(testing::WordForms::kByModel); }

std::string WithoutDiacritics(std::string_view word) {
  std::string plain;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string_view letter = word.substr(i, 2);
    const bool two = letter == "č" || letter == "š" || letter == "ž";
    plain += letter == "č" ? 'c' : letter == "š" ? 's' : letter == "ž" ? 'z' : word[i];
    if (two) ++i;
  }
  return plain;
}

enum class Count { kFirst, kEither };

// Whether all tokens of the form are in the classes of the lemma's.
bool Meet(std::string_view form, std::string_view lemma, Count count) {
  const auto forms = TrainedAnalyzer().Analyze(form);
  const auto lemmas = TrainedAnalyzer().Analyze(lemma);
  if (forms.size() != lemmas.size()) return false;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].lemma == lemmas[i].lemma) continue;
    if (count == Count::kFirst || forms[i].second != lemmas[i].lemma) return false;
  }
  return true;
}

// The lines of a file cut at its separator; none when the folder is not there.
std::vector<std::vector<std::string>> ReadRows(const std::string& name, char separator) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(kFolder + name);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    auto& row = rows.emplace_back();
    for (std::string field; std::getline(fields, field, separator);) row.push_back(field);
  }
  if (rows.empty()) MESSAGE("skipped: no ../shared/eval/morphology");
  return rows;
}

TEST_CASE(
    "97 of 100 running words fall into their lemma's class, 98 with a homograph's second one") {
  double all = 0;
  double first = 0;
  double without_diacritics = 0;
  double either = 0;
  for (const auto& row : ReadRows("ssj_dev.tsv", '\t')) {
    const double count = std::stod(row.at(3));
    all += count;
    if (Meet(row[0], row[1], Count::kFirst)) first += count;
    if (Meet(row[0], row[1], Count::kEither)) either += count;
    if (Meet(WithoutDiacritics(row[0]), row[1], Count::kFirst)) without_diacritics += count;
  }
  if (all == 0) return;
  MESSAGE("first class " << first / all << ", typed without diacritics " << without_diacritics / all
                         << ", either class " << either / all);
  CHECK(first / all >= 0.97);
  CHECK(without_diacritics / all >= 0.97);
  CHECK(either / all >= 0.98);
}

TEST_CASE("all forms of the trade's words give one class") {
  for (const auto& family : ReadRows("erp_families.txt", ' ')) {
    for (const auto& word : family) {
      CAPTURE(word);
      CHECK(Meet(word, family.front(), Count::kFirst));
    }
  }
}

TEST_CASE("seven of ten pairs of derived words share their root") {
  int all = 0;
  int shared = 0;
  for (const auto& family : ReadRows("erp_derived.txt", ' ')) {
    for (std::size_t i = 0; i < family.size(); ++i) {
      for (std::size_t j = i + 1; j < family.size(); ++j, ++all) {
        const auto one = TrainedAnalyzer().Analyze(family[i]);
        const auto other = TrainedAnalyzer().Analyze(family[j]);
        if (one.at(0).root == other.at(0).root) ++shared;
      }
    }
  }
  if (all == 0) return;
  MESSAGE("pairs with one root: " << shared << " of " << all);
  CHECK(shared >= 0.7 * all);
}

}  // namespace
}  // namespace pomocnik::index
