#include "index/text/thesaurus.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

kb::Lexicon LexiconWithSynonyms() {
  kb::Lexicon lexicon;
  lexicon.synonyms = {{{"baza", "zbirka podatkov"}, 0.8}, {{"izpis", "poročilo"}, 0.7}};
  lexicon.translations = {{"invoice", {"račun", "faktura"}}};
  return lexicon;
}

TEST_CASE("a word finds the other words of its group, however inflected") {
  auto lexicon = LexiconWithSynonyms();
  Analyzer analyzer(lexicon);
  Thesaurus thesaurus(lexicon, analyzer);

  auto alternatives = thesaurus.Find(analyzer.Key("bazo"));
  REQUIRE(alternatives.size() == 1);
  CHECK(alternatives[0].terms == analyzer.Key("zbirke podatkov"));
  CHECK(alternatives[0].weight == 0.8);

  CHECK(thesaurus.Find(analyzer.Key("zbirki podatkov")).size() == 1);
  CHECK(thesaurus.Find(analyzer.Key("invoices")).size() == 0);
  CHECK(thesaurus.Find(analyzer.Key("invoice")).size() == 2);
  CHECK(thesaurus.Find("").empty());
  CHECK(thesaurus.longest() == 2);
}

TEST_CASE("an abbreviation is no inflected word") {
  kb::Lexicon lexicon;
  lexicon.synonyms = {{{"DN", "delovni nalog"}, 0.8}};
  Analyzer analyzer(lexicon);
  Thesaurus thesaurus(lexicon, analyzer);
  REQUIRE(analyzer.Key("dni") == analyzer.Key("dn"));
  CHECK(thesaurus.Find(analyzer.Key("dni")).empty());
  CHECK(thesaurus.Find("=dn").size() == 1);
  CHECK(thesaurus.Find(analyzer.Key("delovnega naloga"))[0].terms == "=dn");
}

TEST_CASE("translations lead from the foreign word only") {
  auto lexicon = LexiconWithSynonyms();
  Analyzer analyzer(lexicon);
  Thesaurus thesaurus(lexicon, analyzer);
  CHECK(thesaurus.Find(analyzer.Key("faktura")).empty());
}

}  // namespace
}  // namespace pomocnik::index
