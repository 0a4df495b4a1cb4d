#include "kb/library.h"

#include <doctest/doctest.h>

#include <string>

#include "kb/markdown/article_parser.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

SourceArticle Source(const std::string& file, const std::string& id, const std::string& more = "") {
  std::string markdown = "---\nid: " + id + "\ntitle: T\nmodule: M\nkind: tip\nlang: sl\n" + more;
  if (more.find("---") == std::string::npos) markdown += "---\nBesedilo\n";
  Diagnostics diagnostics;
  auto article = ParseArticle(markdown, file, diagnostics);
  REQUIRE(article);
  return {*article, markdown, file};
}

TEST_CASE("a repeated id leaves the later file out") {
  Library library{{Source("1.md", "b"), Source("2.md", "a"), Source("3.md", "b")}, {}, {}};
  CHECK(Print(CheckLibrary(library)) == "3.md:2: error: id 'b' is already used by 1.md\n");
  REQUIRE(library.articles.size() == 2);
  CHECK(library.articles[0].article.id == "a");
  CHECK(library.articles[1].file == "1.md");
}

TEST_CASE("dead related ids are dropped") {
  Library library{{Source("1.md", "a", "related: [b, x, a]\n"), Source("2.md", "b")}, {}, {}};
  CHECK(Print(CheckLibrary(library)) ==
        "1.md:7: warning: related article 'x' does not exist\n"
        "1.md:7: warning: the article is related to itself\n");
  CHECK(library.articles[0].article.related == std::vector<std::string>{"b"});
}

TEST_CASE("an alias leads to one article") {
  Library library{{Source("1.md", "a", "aliases: [stari, b, \"https://a.si/x/\"]\n"),
                   Source("2.md", "b", "aliases: [\"http://www.a.si/x\", stari, novi, novi]\n")},
                  {},
                  {}};
  CHECK(Print(CheckLibrary(library)) ==
        "1.md:7: warning: alias 'b' already leads to the article of this id\n"
        "2.md:7: warning: alias 'http://www.a.si/x' already leads to 'a'\n"
        "2.md:7: warning: alias 'stari' already leads to 'a'\n");
  CHECK(library.articles[0].article.aliases ==
        std::vector<std::string>{"stari", "https://a.si/x/"});
}

TEST_CASE("dead links in any block are told with their line") {
  std::string body =
      "---\n[b](article:b)\n\n1. [x1](article:x1)\n   > - [x2](article:x2)\n\n"
      "|[x3](article:x3)|\n|-|\n|[x4](article:x4)|\n\n## [x5](article:x5)\n";
  Library library{{Source("1.md", "a", body), Source("2.md", "b")}, {}, {}};
  CHECK(Print(CheckLibrary(library)) ==
        "1.md:10: warning: linked article 'x1' does not exist\n"
        "1.md:11: warning: linked article 'x2' does not exist\n"
        "1.md:13: warning: linked article 'x3' does not exist\n"
        "1.md:15: warning: linked article 'x4' does not exist\n"
        "1.md:17: warning: linked article 'x5' does not exist\n");
}

TEST_CASE("screens are known and have one article") {
  Library library{{Source("1.md", "a", "f1: [A, B]\n"), Source("2.md", "b", "f1:\n  - C\n  - A\n"),
                   Source("3.md", "c", "f1: [\"web:A\"]\n")},
                  {},
                  {}};
  std::string twice = "2.md:9: warning: screen 'icenter:A' already has the article 'a'\n";
  CHECK(Print(CheckLibrary(library)) == twice);

  for (const char* id : {"A", "B"}) {
    library.screens.emplace_back();
    library.screens.back().id = id;
  }
  CHECK(Print(CheckLibrary(library)) ==
        "2.md:8: warning: screen 'icenter:C' is not in screens.yaml\n" + twice +
            "3.md:7: warning: screen 'web:A' is not in screens.yaml\n");
}

TEST_CASE("what is wrong among articles can be told in other languages") {
  Library library{
      {Source("1.md", "a", "f1: [A]\nrelated: [x, a]\naliases: [b]\n---\n[y](article:y)\n"),
       Source("2.md", "b", "f1: [A, B]\n"), Source("3.md", "b")},
      {},
      {}};
  library.screens.emplace_back();
  library.screens.back().id = "A";
  std::string told;
  for (const Diagnostic& each : CheckLibrary(library))
    told += each.code + ": " + each.excerpt + "\n";
  CHECK(told ==
        "id: b, 2.md\nalias: b\nrelated: x\n: a\nlinked: y\nscreen-taken: icenter:A, a\n"
        "screen: icenter:B\n");
}

}  // namespace
}  // namespace pomocnik::kb
