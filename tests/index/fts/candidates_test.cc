#include "index/fts/candidates.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/index/rank/vocabulary.h"

namespace pomocnik::index {
namespace {

constexpr int kSmall = 300;

// As many in 10,000 articles as it says, and in fewer in proportion.
Vocabulary Frequencies(int documents) {
  std::vector<std::pair<std::string, int>> frequencies = {
      {"racun", 9000}, {"=racuni", 3000}, {"~racun", 9000}, {"nalog", 6000},  {"konto", 400},
      {"=konta", 100}, {"~kont", 700},    {"dn", 10},       {"=dn", 10},      {"redk", 3},
      {"zbirk", 20},   {"podatk", 50},    {"odpret", 5000}, {"poslovn", 2000}};
  for (auto& [term, articles] : frequencies) articles = std::max(articles * documents / 10000, 1);
  return VocabularyOf(documents, frequencies);
}

Group Word(std::string word, double idf, std::vector<Variant> variants) {
  return {std::move(word), idf, std::move(variants)};
}

const Group kInvoices = Word("racuni", 1, {{"racun", 1}, {"=racuni", 1.05}, {"~racun", 0.8}});
const Group kAccount = Word("konta", 4, {{"konto", 1}, {"=konta", 1.05}, {"~kont", 0.8}});
const Group kOrder = Word("nalog", 1.5, {{"nalog", 1}, {"=dn", 0.7}});
const Group kOpen = Word("odpret", 1.6, {{"odpret", 1}});
const Group kRare = Word("redk", 9, {{"redk", 1}, {"zbirk podatk", 0.8}});
const Group kUnknown = Word("xyz", 9, {});

std::string Expression(std::vector<Group> groups, int documents) {
  QueryPlan plan;
  plan.groups = std::move(groups);
  return FindCandidates(plan, Frequencies(documents)).expression;
}

TEST_CASE("a small knowledge base is looked at whole, by the fewest terms that do it") {
  // The word as typed stands where its class does, and a root in as many articles as the class, too.
  CHECK(Expression({kInvoices}, kSmall) == R"("racun")");
  CHECK(Expression({kAccount}, kSmall) == R"("konto" OR "~kont")");
  // An abbreviation among the synonyms stands elsewhere.
  CHECK(Expression({kOrder}, kSmall) == R"("nalog" OR "=dn")");
  CHECK(Expression({kInvoices, kUnknown, kRare}, kSmall) ==
        R"("redk" OR "zbirk podatk" OR "racun")");
  CHECK(Expression({kUnknown}, kSmall).empty());
}

TEST_CASE("of a larger knowledge base more articles are looked at, within limits") {
  CHECK(EnoughRows(1) == 300);
  CHECK(EnoughRows(12000) == 300);
  CHECK(EnoughRows(40000) == 1000);
  CHECK(EnoughRows(1000000) == 2500);
}

TEST_CASE("frequent words of a large one find nothing by themselves while rare ones say enough") {
  CHECK(Expression({kInvoices, kRare, kOpen}, 10000) == R"("redk" OR "zbirk podatk")");
}

TEST_CASE(
    "where the rare words say too little, the rarest frequent one and another are looked for") {
  CHECK(Expression({kInvoices, kOpen, kOrder}, 10000) ==
        R"((("odpret") AND ("nalog" OR "=dn" OR "racun")))");
  CHECK(Expression({kInvoices}, 10000) == R"("racun")");
}

TEST_CASE("the plan has the variants in the order of the expression's phrases") {
  QueryPlan plan;
  plan.groups = {kInvoices, kRare, kAccount};
  const auto query = FindCandidates(plan, Frequencies(kSmall));
  REQUIRE(query.plan.groups.size() == 3);
  CHECK(query.plan.groups[0].word == "redk");
  CHECK(query.plan.groups[1].word == "konta");
  CHECK(query.plan.groups[2].word == "racuni");
  CHECK(query.expression == R"("redk" OR "zbirk podatk" OR "konto" OR "~kont" OR "racun")");
}

TEST_CASE("what a visitor types is a phrase, not FTS5's language") {
  const Vocabulary vocabulary = VocabularyOf(1, {{"a\"b*", 1}});
  QueryPlan plan;
  plan.groups = {Word("a\"b*", 1, {{"a\"b*", 1}})};
  CHECK(FindCandidates(plan, vocabulary).expression == R"("a""b*")");
}

}  // namespace
}  // namespace pomocnik::index
