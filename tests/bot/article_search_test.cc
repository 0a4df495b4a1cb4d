#include "bot/article_search.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_searcher.h"
#include "tests/support/paragraphs.h"

namespace pomocnik::bot {
namespace {

using testing::PlainParagraph;

kb::Article LongArticle() {
  kb::Article article;
  article.id = "storno";
  article.title = "Storno";
  article.blocks = {
      PlainParagraph("Račun razveljavimo."),
      {kb::Steps{1,
                 {{{PlainParagraph("Odpremo račun.")}}, {{PlainParagraph("Kliknemo Storno.")}}}}},
      {kb::Heading{2, "osnutek", {{"Osnutek", kb::Span::Style::kPlain, ""}}}},
      PlainParagraph("Osnutek izbrišemo.")};
  return article;
}

TEST_CASE("a snippet is the beginning of a passage, cut between words") {
  struct Row {
    std::size_t passage;
    std::size_t limit;
    std::string_view snippet;
  };
  const Row rows[] = {
      {0, 100, "Račun razveljavimo. Odpremo račun. Kliknemo Storno."},
      {0, 30, "Račun razveljavimo. Odpremo…"},
      {0, 19, "Račun…"},
      {0, 3, "Ra…"},
      {1, 100, "Osnutek izbrišemo."},
  };
  for (const Row& row : rows) {
    CHECK(SnippetOf(LongArticle(), row.passage, row.limit) == row.snippet);
  }
  CHECK(SnippetOf(kb::Article{}, 0, 100) == "");
}

TEST_CASE("what is found comes with its snippets, and says how words were read") {
  const auto searcher = std::make_shared<testing::FakeSearcher>();
  searcher->data_files = testing::ReadDataFiles();
  searcher->Add(LongArticle());
  index::SearchResult found;
  found.hits = {searcher->HitOn("storno")};
  found.terms = {{.word = "stornno", .lemma = "storn", .known = true, .read_as = "storno"}};
  searcher->results["stornno"] = found;
  const auto knowledge = Knowledge::Open(searcher);
  REQUIRE(knowledge);
  index::Query query;
  query.text = "stornno";
  const auto search = SearchArticles(query, **knowledge);
  REQUIRE(search);
  REQUIRE(search->articles.size() == 1);
  CHECK(search->articles[0].info.id == "storno");
  CHECK(search->articles[0].snippet.starts_with("Račun razveljavimo."));
  REQUIRE(search->corrections.size() == 1);
  CHECK(search->corrections[0].second == "storno");
  query.text = "nič";
  CHECK(SearchArticles(query, **knowledge)->articles.empty());
}

}  // namespace
}  // namespace pomocnik::bot
