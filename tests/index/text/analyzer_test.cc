#include "index/text/analyzer.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "index/morphology/training.h"
#include "index/text/lemmatizer.h"

namespace pomocnik::index {
namespace {

kb::Lexicon LexiconWithOverrides() {
  kb::Lexicon lexicon;
  lexicon.stop_words = {"kako", "v", "je", "se"};
  lexicon.overrides = {{"ljudje", "človek"}, {"pošljem", "poslati"}};
  return lexicon;
}

// "lemma" for each word, stop words in brackets, codes with '#', further forms behind '|'.
std::string Show(const std::string& text) {
  static const Analyzer kAnalyzer(LexiconWithOverrides());
  std::string shown;
  for (const Token& token : kAnalyzer.Analyze(text)) {
    if (!shown.empty()) shown += ' ';
    std::string word = (token.code ? "#" : "") + token.lemma;
    for (const auto& compound : token.compounds) word += "|" + compound;
    shown += token.stop_word ? "[" + word + "]" : word;
  }
  return shown;
}

TEST_CASE("texts become tokens") {
  const std::pair<std::string, std::string> kRows[] = {
      {"Kako se stornira račun", "[kak] [#se] stornir racun"},
      {"računi v DDV", "racun [#v] ddv"},
      // the joined form of a hyphenated word stands at its first part
      {"e-računi", "#e|eracun racun"},
      {"REK-1", "rek|rek1 #1"},
      {"napaka GK-2107", "napak #gk|gk2107 #2107"},
      // the case ending of an abbreviation is no word
      {"obračun DDV-ja", "obracun ddv"},
      {"UPN-jev", "upn"},
      {"izpis ddv-ja", "izpis ddv"},
      {"računovodstvo-a", "racunovodstv|racunovodstv #a"},
      // dots inside a word
      {"d.o.o.", "d.o.o|doo"},
      {"DK.Temeljnica", "dk.temeljnica|dktemeljnica|temeljnic"},
      {"31.12.2024", "#31.12.2024|31122024|2024"},
      // irregular forms by the lexicon
      {"ljudje pošljem", "clovk posl"},
      {"poslati", "posl"},
  };
  for (const auto& [text, tokens] : kRows) {
    CAPTURE(text);
    CHECK(Show(text) == tokens);
  }
}

TEST_CASE("a token names its bytes in the text") {
  Analyzer analyzer(LexiconWithOverrides());
  std::string text = "Plačilo računa";
  auto tokens = analyzer.Analyze(text);
  REQUIRE(tokens.size() == 2);
  CHECK(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == "računa");
  CHECK(tokens[1].surface == "racuna");
}

TEST_CASE("very long words are cut, not refused") {
  Analyzer analyzer(LexiconWithOverrides());
  auto tokens = analyzer.Analyze(std::string(10000, 'x'));
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].surface.size() == 64);
}

TEST_CASE("the key of a phrase does not depend on inflection, diacritics or function words") {
  Analyzer analyzer(LexiconWithOverrides());
  CHECK(analyzer.Key("zbirka podatkov") == analyzer.Key("v zbirki podatkov"));
  CHECK(analyzer.Key("Plačilni nalogi") == analyzer.Key("placilni nalog"));
}

TEST_CASE(
    "a lemma model decides on the class, overrides before it, and homographs keep both readings") {
  kb::Lexicon lexicon = LexiconWithOverrides();
  lexicon.lemma_model = FormatLemmaTrie(TrainLemmaTrie({{"dela", "delo", 2},
                                                        {"dela", "delati", 1},
                                                        {"ljudje", "ljud"},
                                                        {"postavkah", "postavka"},
                                                        {"najboljši", "dober"}}),
                                        "pairs");
  REQUIRE(CheckLemmaModel(lexicon));
  const Analyzer analyzer(lexicon);
  struct Row {
    std::string_view word;
    std::string_view lemma;
    std::string_view second;
  };
  const Row rows[] = {
      {"dela", "delo", "delat"}, {"ljudje", "clovk", ""}, {"Postavkah", "postavk", ""},
      {"najboljši", "dobr", ""}, {"REK1", "rek1", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const auto tokens = analyzer.Analyze(row.word);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].lemma == row.lemma);
    CHECK(tokens[0].second == row.second);
  }
}

TEST_CASE("a damaged lemma model is found before it is used") {
  kb::Lexicon lexicon;
  CHECK(CheckLemmaModel(lexicon));
  lexicon.lemma_model = "nonsense";
  const auto checked = CheckLemmaModel(lexicon);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().code == ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace pomocnik::index
