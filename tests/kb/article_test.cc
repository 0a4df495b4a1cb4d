#include "kb/article.h"

#include <doctest/doctest.h>

#include "kb/diagnostic.h"
#include "kb/markdown/body.h"

namespace pomocnik::kb {
namespace {

Article ArticleOfBody(std::string_view markdown) {
  Diagnostics diagnostics;
  Reporter reporter("a.md", diagnostics);
  Article article;
  article.blocks = ReadBody(markdown, 1, reporter);
  return article;
}

TEST_CASE("kinds have one name each") {
  for (Kind kind : {Kind::kTip, Kind::kF1, Kind::kNewsletter, Kind::kPolicy, Kind::kRelease,
                    Kind::kGuide, Kind::kLegislation, Kind::kStub}) {
    CHECK(ParseKind(KindName(kind)) == kind);
  }
  CHECK(KindName(Kind::kF1) == "f1");
  CHECK_FALSE(ParseKind("F1"));
  CHECK_FALSE(ParseKind(""));
}

TEST_CASE("passages cover every block once") {
  CHECK(Passages(ArticleOfBody("")).empty());
  CHECK(Passages(ArticleOfBody("a\n\nb")) == std::vector<Passage>{{"", "", 0, 2}});
  CHECK(Passages(ArticleOfBody("a\n\n## B **c**\n\nd\n\n### E\n## F\n\n- g")) ==
        std::vector<Passage>{
            {"", "", 0, 1}, {"b-c", "B c", 1, 2}, {"e", "E", 3, 1}, {"f", "F", 4, 2}});
  CHECK(Passages(ArticleOfBody("## A")) == std::vector<Passage>{{"a", "A", 0, 1}});
}

TEST_CASE("every block has its words") {
  struct Row {
    const char* markdown;
    const char* words;
  };
  const Row rows[] = {
      {"## A **b**", "A b"},
      {"a `b` [c](/d)", "a b c"},
      {"1. a\n   - b\n   - c\n2. d", "a\nb\nc\nd"},
      {"|a|b|\n|-|-|\n|1|2|\n||3|", "a | b\n1 | 2\n3"},
      {"> **POZOR!** a\n>\n> b", "POZOR: a\nb"},
      {"> **POZOR!**", "POZOR"},
      {"> a", "a"},
      {"```\nx\ny\n```", "x\ny"},
      {"![okno](/media/a.png)", "okno"},
      {"[cenik](/cenik.pdf)", "cenik"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    Article article = ArticleOfBody(row.markdown);
    REQUIRE(article.blocks.size() == 1);
    CHECK(PlainText(article.blocks[0]) == row.words);
  }
}

TEST_CASE("blocks are equal when all in them is") {
  CHECK(ArticleOfBody("1. a\n\n> b").blocks == ArticleOfBody("1. a\n\n> b").blocks);
  CHECK(ArticleOfBody("1. a\n\n> b").blocks != ArticleOfBody("1. a\n\n> c").blocks);
  CHECK(ArticleOfBody("1. a").blocks != ArticleOfBody("2. a").blocks);
}

TEST_CASE("diagnostics read as compilers write them") {
  CHECK(FormatDiagnostic({Severity::kError, "a.md", 3, "x"}) == "a.md:3: error: x");
  CHECK(FormatDiagnostic({Severity::kWarning, "a.md", 0, "x"}) == "a.md: warning: x");
}

}  // namespace
}  // namespace pomocnik::kb
