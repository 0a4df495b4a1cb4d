#include "index/rank/passage_choice.h"

#include <doctest/doctest.h>

#include "tests/index/rank/vocabulary.h"

namespace pomocnik::index {
namespace {

kb::Block Words(const char* text) { return {kb::Paragraph{{{text, kb::Span::Style::kPlain, ""}}}}; }
kb::Block Title(const char* text) {
  return {kb::Heading{2, text, {{text, kb::Span::Style::kPlain, ""}}}};
}

TEST_CASE("the passage that holds the question is chosen, else the beginning") {
  kb::Article article;
  article.blocks = {Words("Storno razveljavi račun."), Title("Brisanje osnutka"),
                    Words("Osnutek izbrišemo."), Title("Napake"), Words("Datum mora biti odprt.")};
  kb::Lexicon lexicon;
  Analyzer analyzer(lexicon);
  Thesaurus thesaurus(lexicon, analyzer);
  Speller speller({});
  std::vector<std::pair<std::string, int>> frequencies;
  for (const char* lemma : {"storn", "racun", "brisanj", "osnutk", "datum"}) {
    frequencies.emplace_back(analyzer.Key(lemma), 1);
  }
  for (const char* word : {"storno", "račun", "brisanje", "osnutek", "datum"}) {
    frequencies.emplace_back(analyzer.Key(word), 1);
  }
  const Vocabulary vocabulary = VocabularyOf(10, frequencies);
  QueryTools tools{analyzer, thesaurus, speller, vocabulary};

  const std::pair<const char*, std::size_t> kRows[] = {
      {"storno računa", 0}, {"brisanje osnutka", 1}, {"osnutki", 1},
      {"kateri datum", 2},  {"nekaj drugega", 0},
  };
  for (const auto& [question, passage] : kRows) {
    CAPTURE(question);
    CHECK(ChoosePassage(article, PlanQuery(question, tools), analyzer) == passage);
  }
}

}  // namespace
}  // namespace pomocnik::index
