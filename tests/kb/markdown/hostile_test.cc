// Texts made to exhaust the parser. Each must end soon, as an article or as an error.
#include <doctest/doctest.h>

#include <string>

#include "kb/markdown/article_parser.h"
#include "kb/markdown/limits.h"

namespace pomocnik::kb {
namespace {

std::string Repeat(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes) text += part;
  return text;
}

Diagnostics DiagnosticsOf(const std::string& body) {
  Diagnostics diagnostics;
  ParseArticle("---\nid: a\ntitle: T\nmodule: M\nkind: tip\nlang: sl\n---\n" + body, "a.md",
               diagnostics);
  return diagnostics;
}

TEST_CASE("repeated markup neither hangs nor crashes") {
  for (const char* part :
       {"[",   "![", "_",     "*",     "* _a ", "a**b",   "![[]()",    "[a](",  "<",      "`",
        "a`",  "\\", "&",     "_ (",   "a<?b",  "<!--a ", "|",         "|a",    "- ",     "> ",
        "1. ", "#",  "# a\n", "- a\n", "\n",    "<b>",    "[a]: /b\n", "```\n", "a\n-\n", "\t"}) {
    CAPTURE(part);
    DiagnosticsOf(Repeat(part, 48 * 1024));
  }
}

TEST_CASE("what would cost too much is refused by name") {
  std::string quotes = Repeat(">", 100) + "a";
  std::string definition = "[a]: /" + Repeat("x", 60'000) + "\n\n" + Repeat("[a]\n\n", 1'000'000);
  std::string table =
      Repeat("|a", 2'000) + "\n" + Repeat("|-", 2'000) + "\n" + Repeat("|a\n", 9'000);
  std::string lists;
  for (std::size_t depth = 0; depth < 70; ++depth) lists += std::string(2 * depth, ' ') + "- a\n";
  std::string styles = Repeat("*a **b ", 7 * 50) + Repeat("c** d*", 6 * 50);
  struct Row {
    std::string body;
    const char* message;
  };
  const Row rows[] = {
      {quotes, "nesting is too deep"},
      {Repeat("- ", 140) + "a", "nesting is too deep"},
      {lists, "nesting is too deep"},
      {styles, "nesting is too deep"},
      {std::string(300, ' ') + "a", "indented too far"},
      {definition, "link definitions are too long for so many links"},
      {table, "tables have too many cells"},
      {Repeat("a ", 500'000), "paragraphs are too long; put empty lines between them"},
      {Repeat("a\n\n", kMaxArticleBytes), "the file is larger than 2 MB"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    Diagnostics diagnostics = DiagnosticsOf(row.body);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].message == row.message);
  }
}

TEST_CASE("a long honest article is read") {
  std::string row = "| 2026.05.001 | Popravljen je izpis obračuna za več poslovnih enot hkrati |\n";
  CHECK(DiagnosticsOf("| Verzija | Novost |\n|---|---|\n" + Repeat(row, 100'000)).empty());
  CHECK(DiagnosticsOf(Repeat("Besedilo odstavka, ki mu nič ne manjka.\n\n", 1'500'000)).empty());
}

TEST_CASE("warnings of one file end somewhere") {
  Diagnostics diagnostics = DiagnosticsOf(Repeat("a <b>\n\n", 10'000));
  REQUIRE(diagnostics.size() == 51);
  CHECK(diagnostics.back().message == "further warnings are left out");
}

TEST_CASE("deep YAML is an error") {
  Diagnostics diagnostics;
  CHECK_FALSE(ParseArticle("---\nid: " + Repeat("[", 100'000) + "\n---\na", "a.md", diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Severity::kError);
}

}  // namespace
}  // namespace pomocnik::kb
