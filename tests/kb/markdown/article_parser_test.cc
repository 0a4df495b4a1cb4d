#include "kb/markdown/article_parser.h"

#include <doctest/doctest.h>

#include <string>

#include "kb/markdown/front_matter.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kHead = "id: a\ntitle: T\nmodule: M\nkind: tip\nlang: sl\n";

// What is said about an article whose front matter is kHead and `lines`.
std::string Complaints(std::string_view lines) {
  Diagnostics diagnostics;
  std::string markdown = "---\n" + std::string(kHead) + std::string(lines) + "---\nBesedilo\n";
  bool is_read = ParseArticle(markdown, "a.md", diagnostics).has_value();
  return Print(diagnostics) + (is_read ? "read" : "left out");
}

TEST_CASE("every key of the front matter is read") {
  Diagnostics diagnostics;
  auto article = ParseArticle(
      "---\n"
      "id: opz-poracun\n"
      "title: \"Poračun:  plače\"\n"
      "module: Obračun plač\n"
      "kind: newsletter\n"
      "lang: hr\n"
      "f1: [OPZ.Poracun, \"mojinfo:MI.Ure\", OPZ.Poracun]\n"
      "tags: [poračun, razlika]\n"
      "questions:\n"
      "  - Kako?\n"
      "updated: 2026-05-20\n"
      "valid_from: 2026-01-01\n"
      "valid_to: 2026-01-01\n"
      "version_from: 2026.10\n"
      "version_to: \"2026.20\"\n"
      "url: https://help.icenter.si/help/poracun\n"
      "related: [a, b-2]\n"
      "issue: 226\n"
      "---\n"
      "\n"
      "Besedilo\n",
      "a.md", diagnostics);
  CHECK(Print(diagnostics) == "");
  REQUIRE(article);
  CHECK(article->id == "opz-poracun");
  CHECK(article->title == "Poračun: plače");
  CHECK(article->module == "Obračun plač");
  CHECK(article->kind == Kind::kNewsletter);
  CHECK(article->lang == "hr");
  CHECK(article->f1 == std::vector<ScreenRef>{{"icenter", "OPZ.Poracun"}, {"mojinfo", "MI.Ure"}});
  CHECK(article->tags == std::vector<std::string>{"poračun", "razlika"});
  CHECK(article->questions == std::vector<std::string>{"Kako?"});
  CHECK(article->updated == ParseDate("2026-05-20"));
  CHECK(article->valid_from == ParseDate("2026-01-01"));
  CHECK(article->valid_to == ParseDate("2026-01-01"));
  CHECK(article->version_from == "2026.10");
  CHECK(article->version_to == "2026.20");
  CHECK(article->url == "https://help.icenter.si/help/poracun");
  CHECK(article->related == std::vector<std::string>{"a", "b-2"});
  CHECK(article->issue == 226);
  CHECK(Print(article->blocks) == "p(Besedilo)");
}

TEST_CASE("wrong values are told with their line") {
  struct Row {
    const char* lines;
    const char* complaints;
  };
  const Row rows[] = {
      {"", "read"},
      {"tags:\n", "read"},
      {"colour: red\n", "a.md:7: warning: unknown key 'colour'\nread"},
      {"tags: a, b\n", "a.md:7: error: 'tags' must be a list like [one, two]\nleft out"},
      {"tags: [[a]]\n", "a.md:7: error: 'tags' holds something that is not a text\nleft out"},
      {"f1: [\"a b\"]\n",
       "a.md:7: error: 'f1' must list screens as [app:]SCREEN, not 'a b'\nleft out"},
      {"f1: [\":A\"]\n",
       "a.md:7: error: 'f1' must list screens as [app:]SCREEN, not ':A'\nleft out"},
      {"updated: 20. 5. 2026\n",
       "a.md:7: error: 'updated' must be a date like 2026-11-23, not '20. 5. 2026'\nleft out"},
      {"updated: 2026-02-30\n",
       "a.md:7: error: 'updated' must be a date like 2026-11-23, not '2026-02-30'\nleft out"},
      {"valid_from: 2026-02-02\nvalid_to: 2026-02-01\n",
       "a.md:8: error: 'valid_to' is before 'valid_from'\nleft out"},
      {"url: help.icenter.si\n",
       "a.md:7: error: 'url' must begin with https:// or http://\nleft out"},
      {"related: [A B]\n", "a.md:7: error: 'related' holds no id: 'A B'\nleft out"},
      {"issue: 2a\n", "a.md:7: error: 'issue' must be a whole number above 0, not '2a'\nleft out"},
      {"version_from: [1]\n", "a.md:7: error: 'version_from' must be a text\nleft out"},
      {"id: b\n", "a.md:7: error: key 'id' is repeated; it first stands on line 2\nleft out"},
      {"tags: [a\n", "a.md:8: error: invalid YAML: end of sequence flow not found\nleft out"},
      {"x: &x 1\ntags: *x\n", "a.md:8: error: aliases (*name) are not supported\nleft out"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CHECK(Complaints(row.lines) == row.complaints);
  }
}

TEST_CASE("each required key is missed") {
  Diagnostics diagnostics;
  CHECK_FALSE(
      ParseArticle("---\ntitle: ' '\nkind: blog\nlang: slo\nid: A\n---\na", "a.md", diagnostics));
  CHECK(Print(diagnostics) ==
        "a.md:2: error: 'title' is empty\n"
        "a.md:1: error: 'module' is missing\n"
        "a.md:3: error: 'kind' must be tip, f1, newsletter, policy, release, guide, legislation or "
        "stub, not 'blog'\n"
        "a.md:5: error: 'id' must be at most 100 lower-case letters (a-z), digits and hyphens, not "
        "'A'\n"
        "a.md:4: error: 'lang' must be a two-letter code like sl, not 'slo'\n");
}

TEST_CASE("a file that is no article says why") {
  struct Row {
    std::string markdown;
    const char* complaint;
  };
  std::string article = "---\n" + std::string(kHead) + "---\n";
  const Row rows[] = {
      {"", "a.md:1: error: the file must begin with front matter between two lines of ---\n"},
      {"# Naslov\n",
       "a.md:1: error: the file must begin with front matter between two lines of ---\n"},
      {"---\nid: a\n",
       "a.md:1: error: the file must begin with front matter between two lines of ---\n"},
      {"---\n---\na", "a.md:1: error: the front matter must be lines of 'key: value'\n"},
      {"---\n- a\n---\na", "a.md:2: error: the front matter must be lines of 'key: value'\n"},
      {article, "a.md:8: error: the article has no content\n"},
      {article + "<!-- nič -->\n",
       "a.md:8: warning: a block of HTML is dropped\na.md:8: error: the article has no content\n"},
      {article + "a\n\xC0\xAF\n", "a.md:9: error: the file is not UTF-8 text\n"},
      {article + std::string("a\0b", 3), "a.md:8: error: the file is not UTF-8 text\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    Diagnostics diagnostics;
    CHECK_FALSE(ParseArticle(row.markdown, "a.md", diagnostics));
    CHECK(Print(diagnostics) == row.complaint);
  }
}

TEST_CASE("a byte order mark, CRLF and spaces behind the fences are accepted") {
  Diagnostics diagnostics;
  auto article = ParseArticle(
      "\xEF\xBB\xBF--- \r\nid: a\r\ntitle: T\r\nmodule: M\r\nkind: f1\r\nlang: sl\r\n---\r\n"
      "Ena\r\n\r\n- dva\r\n",
      "a.md", diagnostics);
  CHECK(Print(diagnostics) == "");
  REQUIRE(article);
  CHECK(article->title == "T");
  CHECK(Print(article->blocks) == "p(Ena) list(p(dva))");
}

TEST_CASE("the front matter tells where a value stands") {
  std::string markdown =
      "---\nid: a-b\nrelated:\n  - a\n  - a-b\n# related: c\ntags: [c]\n\"issue\": "
      "2\n---\nrelated: x\n";
  CHECK(FrontMatterLine(markdown, "id", "a-b") == 2);
  CHECK(FrontMatterLine(markdown, "related", "a") == 4);
  CHECK(FrontMatterLine(markdown, "related", "a-b") == 5);
  CHECK(FrontMatterLine(markdown, "related", "c") == 3);
  CHECK(FrontMatterLine(markdown, "tags", "c") == 7);
  CHECK(FrontMatterLine(markdown, "url", "x") == 1);
  CHECK(FrontMatterLine("related: a", "related", "a") == 1);
}

}  // namespace
}  // namespace pomocnik::kb
