#include "bot/dialogue/quote.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot {
namespace {

kb::Text Words(std::string text) { return {{std::move(text), kb::Span::Style::kPlain, ""}}; }
kb::Block Par(std::string text) { return {kb::Paragraph{Words(std::move(text))}}; }
kb::Block Head(std::string anchor) {
  std::string text = anchor;
  return {kb::Heading{2, std::move(anchor), Words(std::move(text))}};
}
kb::Block Warning(std::string text) {
  return {kb::Callout{kb::Callout::Tone::kWarning, "POZOR", {Par(std::move(text))}}};
}
kb::Block StepsOf(std::size_t count, std::size_t length) {
  kb::Steps steps;
  for (std::size_t i = 0; i < count; ++i) {
    steps.items.push_back({{Par(std::string(length, 'k'))}});
  }
  return {std::move(steps)};
}

kb::Article ArticleOf(std::vector<kb::Block> blocks) {
  kb::Article article;
  article.blocks = std::move(blocks);
  return article;
}

TEST_CASE("a short article is quoted whole, with the passage's anchor") {
  auto article = ArticleOf({Par("uvod"), Head("drugi"), Par("telo")});
  Quote quote = QuotePassage(article, 1, 1200);
  CHECK(quote.blocks == article.blocks);
  CHECK(quote.anchor == "drugi");
  CHECK(quote.extent == Quote::Extent::kWhole);
}

TEST_CASE("of a long article the passage is quoted behind the first paragraph, warnings last") {
  auto article = ArticleOf({Par("uvod"), Par(std::string(300, 'a')), Warning("pazi"), Head("prvi"),
                            Par(std::string(300, 'b')), Head("drugi"), Par("telo")});
  Quote quote = QuotePassage(article, 2, 100);
  REQUIRE(quote.blocks.size() == 4);
  CHECK(quote.blocks[0] == article.blocks[0]);
  CHECK(quote.blocks[1] == article.blocks[5]);
  CHECK(quote.blocks[2] == article.blocks[6]);
  CHECK(quote.blocks[3] == article.blocks[2]);
  CHECK(quote.anchor == "drugi");
  CHECK(quote.extent == Quote::Extent::kPart);
}

TEST_CASE("the beginning goes on into what follows, cut between blocks") {
  auto article = ArticleOf({Par(std::string(40, 'a')), Head("prvi"), Par(std::string(40, 'b')),
                            Head("drugi"), Par(std::string(40, 'c'))});
  Quote quote = QuotePassage(article, 0, 100);
  CHECK(quote.blocks.size() == 3);
  CHECK(quote.extent == Quote::Extent::kPart);
}

TEST_CASE("steps are cut between steps, and a heading is never last") {
  auto article = ArticleOf({Par("uvod"), StepsOf(10, 50), Head("konec"), Par("telo")});
  Quote quote = QuotePassage(article, 0, 200);
  REQUIRE(quote.blocks.size() == 2);
  const auto* steps = std::get_if<kb::Steps>(&quote.blocks[1].value);
  REQUIRE(steps != nullptr);
  CHECK(steps->items.size() == 3);

  auto headed = ArticleOf({Par(std::string(90, 'a')), Head("prvi"), Par(std::string(90, 'b'))});
  CHECK(QuotePassage(headed, 0, 100).blocks.size() == 1);
}

TEST_CASE("a first block that is too long stays whole") {
  auto article = ArticleOf({Par(std::string(500, 'a')), Par("b")});
  Quote quote = QuotePassage(article, 0, 100);
  REQUIRE(quote.blocks.size() == 1);
  CHECK(quote.blocks[0] == article.blocks[0]);
}

TEST_CASE("an article without blocks gives an empty quote") {
  CHECK(QuotePassage(kb::Article(), 0, 100).blocks.empty());
}

TEST_CASE("the links of a stub are found in paragraphs, lists and callouts") {
  kb::Paragraph linked{{{"navodila", kb::Span::Style::kPlain, "https://a.si/x.pdf"}}};
  kb::List list;
  list.items.push_back({{kb::Block{kb::Link{"https://b.si", "b"}}}});
  auto article = ArticleOf({{linked}, {std::move(list)}});
  auto links = LinksOf(article);
  REQUIRE(links.size() == 2);
  CHECK(links[0] == kb::Block{kb::Link{"https://a.si/x.pdf", "navodila"}});
  CHECK(links[1] == kb::Block{kb::Link{"https://b.si", "b"}});
}

}  // namespace
}  // namespace pomocnik::bot
