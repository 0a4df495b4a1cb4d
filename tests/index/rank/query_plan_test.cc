#include "index/rank/query_plan.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "tests/index/rank/vocabulary.h"

namespace pomocnik::index {
namespace {

kb::Lexicon SmallLexicon() {
  kb::Lexicon lexicon;
  lexicon.stop_words = {"kako", "se", "v"};
  lexicon.synonyms = {{{"baza", "zbirka podatkov"}, 0.8}};
  lexicon.translations = {{"invoice", {"račun"}}};
  return lexicon;
}

struct World {
  kb::Lexicon lexicon = SmallLexicon();
  Analyzer analyzer{lexicon};
  Thesaurus thesaurus{lexicon, analyzer};
  Speller speller{{{"racun", "racun", 5}, {"temeljnica", "temeljnica", 2}}};
  Vocabulary vocabulary = VocabularyOf(100, {{"racun", 20},
                                             {"=racun", 10},
                                             {"=racuni", 8},
                                             {"~racun", 20},
                                             {"rek1", 3},
                                             {"rek", 4},
                                             {"=rek", 4},
                                             {"temeljnic", 5},
                                             {"zbirk", 2},
                                             {"podatk", 30},
                                             {"baz", 4},
                                             {"~temeljnic", 5}});

  // "word{variant:weight …}" for each group.
  std::string Show(const std::string& text) {
    QueryTools tools{analyzer, thesaurus, speller, vocabulary};
    std::string shown;
    for (const auto& group : PlanQuery(text, tools).groups) {
      if (!shown.empty()) shown += ' ';
      shown += group.word + "{";
      const char* separator = "";
      for (const auto& variant : group.variants) {
        char weight[16];
        std::snprintf(weight, sizeof weight, "%.2f", variant.weight);
        shown += separator + variant.terms + ":" + weight;
        separator = ", ";
      }
      shown += "}";
    }
    return shown;
  }
};

TEST_CASE("questions become groups of variants that the knowledge base holds") {
  const std::pair<std::string, std::string> kRows[] = {
      {"Kako se računi", "racuni{racun:1.00, =racuni:1.05, ~racun:0.80}"},
      {"računi račun", "racuni{racun:1.00, =racuni:1.05, ~racun:0.80}"},
      {"REK-1", "rek{rek1:0.95, rek:1.00, =rek:1.05}"},
      {"rek1", "rek1{rek1:1.00}"},
      // synonyms, also of several words, and translations
      {"baza", "baza{baz:1.00, zbirk podatk:0.80}"},
      {"zbirka podatkov", "zbirka{zbirk:1.00, baz:0.48} podatkov{podatk:1.00, baz:0.57}"},
      {"invoice", "invoice{racun:0.80}"},
      // unknown words are corrected, or stay without variants
      {"temljenica", "temljenica{temeljnic:0.90, ~temeljnic:0.72}"},
      {"helikopter", "helikopter{}"},
      {"kako se", ""},
      {"", ""},
  };
  World world;
  for (const auto& [text, plan] : kRows) {
    CAPTURE(text);
    CHECK(world.Show(text) == plan);
  }
}

TEST_CASE("a corrected word says what it was read as") {
  World world;
  auto plan =
      PlanQuery("temljenica", {world.analyzer, world.thesaurus, world.speller, world.vocabulary});
  REQUIRE(plan.terms.size() == 1);
  CHECK(plan.terms[0].read_as == "temeljnica");
  CHECK(plan.terms[0].known);
}

TEST_CASE("a word is told as it was typed, and by the literal reading left as it is") {
  World world;
  const QueryTools tools{world.analyzer, world.thesaurus, world.speller, world.vocabulary};
  CHECK(PlanQuery("Temlječnica", tools).terms.at(0).word == "Temlječnica");
  const auto plan = PlanQuery("temljenica", tools, Reading::kLiteral);
  REQUIRE(plan.terms.size() == 1);
  CHECK(plan.terms[0].read_as == "");
  CHECK_FALSE(plan.terms[0].known);
  CHECK(plan.groups[0].variants.empty());
  // What is missing counts as much as a word that stands in no article.
  CHECK(plan.groups[0].idf == InverseDocumentFrequency(world.vocabulary.all.weight, 0));
}

TEST_CASE("the tags of a web page are no words, what else stands in angle brackets is") {
  World world;
  CHECK(world.Show("<img src=račun onerror='račun(1)'><iframe src='račun'></iframe>") == "");
  CHECK(world.Show("<a href='x'>račun</a>") == world.Show("račun"));
  CHECK(world.Show("<račun>") == world.Show("račun"));
  CHECK(world.Show("račun < 5 = x") == world.Show("račun 5 x"));
  CHECK(world.Show("<a href=račun") == world.Show("a href račun"));
}

TEST_CASE("rare words weigh more, and every weight is positive") {
  CHECK(InverseDocumentFrequency(100, 2) > InverseDocumentFrequency(100, 50));
  CHECK(InverseDocumentFrequency(100, 100) > 0);
  CHECK(InverseDocumentFrequency(0, 0) > 0);
}

TEST_CASE(
    "a module's articles are fewer witnesses than they are articles, the more the larger it is") {
  CHECK(ArticleWeight(1) == 1);
  CHECK(4 * ArticleWeight(4) == doctest::Approx(2));
  CHECK(10000 * ArticleWeight(10000) == doctest::Approx(100));
}

TEST_CASE("how rare a word is follows what its articles weigh, not how many they are") {
  World world;
  // As many articles each, those of one in a large module.
  world.vocabulary.terms["zbirk"] = {20, 2};
  world.vocabulary.terms["racun"] = {20, 20};
  const QueryTools tools{world.analyzer, world.thesaurus, world.speller, world.vocabulary};
  const QueryPlan plan = PlanQuery("zbirka račun", tools);
  CHECK(plan.groups[0].idf == InverseDocumentFrequency(100, 2));
  CHECK(plan.groups[1].idf == InverseDocumentFrequency(100, 20));
}

TEST_CASE("of very long questions the rarest words are searched for") {
  World world;
  std::string text;
  for (int i = 0; i < 100; ++i) text += "beseda" + std::to_string(i) + "x ";
  QueryTools tools{world.analyzer, world.thesaurus, world.speller, world.vocabulary};
  CHECK(PlanQuery(text, tools).groups.size() == kMaxGroups);
}

TEST_CASE("of very long questions only so many words are corrected, and the others do not win") {
  const std::string kOne = "temljenica";
  std::string text;
  for (char c = 'a'; c <= 'w'; ++c) text += std::string("helikopter") + c + "rg ";
  for (char c : std::string("bdfghjkls")) text += c + std::string("acun ");
  World world;
  CHECK(world.Show(text + kOne).find("temljenica") == std::string::npos);
  CHECK(world.Show(text).find("bacun{racun:") != std::string::npos);
  text.erase(0, text.find(' ') + 1);  // now there is room for one more
  CHECK(world.Show(text + kOne).find("temljenica{temeljnic:") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::index
