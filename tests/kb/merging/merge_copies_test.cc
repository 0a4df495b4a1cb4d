#include "kb/merging/merge_copies.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/kb/library_articles.h"

namespace pomocnik::kb {
namespace {

// `words` different words, with `changed` of them in the middle taken from elsewhere.
std::string Text(int words, int changed = 0, const std::string& word = "beseda") {
  std::string text = "Uvod";
  for (int i = 0; i < words; ++i) {
    const bool other = i >= words / 2 && i < words / 2 + changed;
    text += " " + (other ? "drugo" : word) + std::to_string(i);
  }
  return text + ".";
}

std::string Url(const std::string& address) { return "url: \"" + address + "\"\n"; }

std::string Ids(const Library& library) {
  std::string ids;
  for (const SourceArticle& each : library.articles) ids += each.article.id + " ";
  return ids;
}

TEST_CASE("one slug on two hosts is one article when the texts resemble each other") {
  Library library;
  library.articles = {
      ArticleOf("new", "storno", Text(100),
                Url("https://help.a.si/help/storno") + "updated: 2024-01-01\n"),
      ArticleOf("old", "storno", Text(100, 20),
                Url("https://help.b.hr/sl/storno") + "f1: [A]\ntags: [x]\n"),
      ArticleOf("old", "uvod-3", Text(100, 0, "a"), Url("https://help.b.hr/sl/uvod-3")),
      ArticleOf("new", "uvod-3", Text(100, 0, "b"), Url("https://help.a.si/help/uvod-3"))};
  const MergeReport report = MergeCopies(library);
  CHECK(Ids(library) == "storno uvod-3 uvod-3-new ");
  REQUIRE(report.merged.size() == 1);
  CHECK(report.merged[0].id == "storno");
  CHECK(report.merged[0].source == "old");
  CHECK(report.merged[0].why.starts_with("one slug and 0."));
  CHECK(library.articles[0].article.aliases ==
        std::vector<std::string>{"https://help.b.hr/sl/storno"});
  CHECK(library.articles[0].article.f1 == std::vector<ScreenRef>{{"icenter", "A"}});
  CHECK(library.articles[0].article.tags == std::vector<std::string>{"x"});
  REQUIRE(report.renamed.size() == 1);
  CHECK(report.renamed[0].to == "uvod-3-new");
  for (const SourceArticle& each : library.articles) CheckMarkdown(each);
}

TEST_CASE("near-same texts are merged when they have one head, or are long and of two sources") {
  struct Row {
    const char* what;
    SourceArticle one;
    SourceArticle other;
    bool merged;
  };
  const auto with = [](SourceArticle source, const std::string& title, const std::string& module) {
    source.article.title = title;
    source.article.module = module;
    return source;
  };
  const std::string brief = "Gumb knjiži dokument v glavno knjigo.";
  Row rows[] = {
      {"two sources, long", ArticleOf("a", "x", Text(250)),
       with(ArticleOf("b", "y", Text(250, 2)), "Drug", "Drug"), true},
      {"too different", ArticleOf("a", "x", Text(250)), ArticleOf("b", "y", Text(250, 30)), false},
      {"one source and head", ArticleOf("a", "x", Text(250)), ArticleOf("a", "y", Text(250, 2)),
       true},
      {"one source, another title", ArticleOf("a", "x", Text(250)),
       with(ArticleOf("a", "y", Text(250)), "Drug", "Fakturiranje"), false},
      {"short, one head", ArticleOf("a", "x", brief), ArticleOf("b", "y", brief), true},
      {"short, two modules", ArticleOf("a", "x", brief),
       with(ArticleOf("b", "y", brief), "Naslov", "Blagajna"), false},
      {"our own twice", ArticleOf("", "x", Text(250)), ArticleOf("", "y", Text(250)), false},
      {"another language", ArticleOf("a", "x", Text(250)), ArticleOf("b", "y", Text(250)), false},
      {"two versions", ArticleOf("a", "x", Text(250), "version_from: \"6.23\"\n"),
       ArticleOf("b", "y", Text(250), "version_from: \"6.24\"\n"), false},
      {"two issues", ArticleOf("a", "x", Text(250), "issue: 7\n"),
       ArticleOf("b", "y", Text(250), "issue: 8\n"), false},
      {"until two days", ArticleOf("a", "x", Text(250), "valid_to: 2026-01-01\n"),
       ArticleOf("b", "y", Text(250), "valid_to: 2027-01-01\n"), false},
      {"one states more", ArticleOf("a", "x", Text(250), "version_from: \"6.23\"\n"),
       ArticleOf("b", "y", Text(250)), true},
  };
  rows[7].other.article.lang = "hr";
  for (Row& row : rows) {
    CAPTURE(std::string(row.what));
    Library library{{row.one, row.other}, {}, {}};
    const MergeReport report = MergeCopies(library);
    CHECK((report.merged.size() == 1) == row.merged);
    CHECK(library.articles.size() == (row.merged ? 1 : 2));
  }
}

TEST_CASE("our own article stays, then one with content, then the original, then the latest") {
  struct Row {
    SourceArticle one;
    SourceArticle other;
    const char* stays;
  };
  const std::string text = Text(100);
  Row rows[] = {
      {ArticleOf("a", "x", text, "updated: 2026-01-01\n"), ArticleOf("", "y", text), "y"},
      {ArticleOf("a", "x", text, "updated: 2026-01-01\n"), ArticleOf("b", "y", text), "y"},
      {ArticleOf("a", "x", text, Url("https://h.si/a-0") + "updated: 2026-01-01\n"),
       ArticleOf("a", "y", text, Url("https://h.si/a")), "y"},
      {ArticleOf("a", "x", text, "updated: 2024-01-01\n"),
       ArticleOf("b", "y", text, "updated: 2025-01-01\n"), "y"},
      {ArticleOf("a", "x", text), ArticleOf("b", "y", text), "x"},
  };
  rows[1].one.article.kind = Kind::kStub;
  for (Row& row : rows) {
    Library library{{row.one, row.other}, {}, {}};
    MergeCopies(library);
    CHECK(Ids(library) == std::string(row.stays) + " ");
    const std::string copy = std::string(row.stays) == "x" ? "y" : "x";
    const auto& aliases = library.articles[0].article.aliases;
    CHECK(std::find(aliases.begin(), aliases.end(), copy) != aliases.end());
  }
}

TEST_CASE("related articles and links follow what was merged and renamed in their source") {
  Library library;
  library.articles = {
      ArticleOf("", "uvod", Text(50, 0, "a")),
      ArticleOf("s", "uvod", Text(50, 0, "b")),
      ArticleOf("s", "kopija", Text(50, 0, "c")),
      ArticleOf("t", "izvirnik", Text(50, 0, "c"), "updated: 2026-01-01\n"),
      ArticleOf("s", "kazalo", "[U](article:uvod) in [k](article:kopija) in [x](article:neznan)",
                "related: [uvod, kopija]\n"),
      ArticleOf("", "nase", "[U](article:uvod)", "related: [uvod]\n")};
  MergeCopies(library);
  CHECK(Ids(library) == "uvod uvod-s izvirnik kazalo nase ");
  const SourceArticle& index = library.articles[3];
  CHECK(index.article.related == std::vector<std::string>{"uvod-s", "izvirnik"});
  CHECK(Print(index.article.blocks) ==
        "p(<article:uvod-s|U> in <article:izvirnik|k> in <article:neznan|x>)");
  CHECK(library.articles[4].article.related == std::vector<std::string>{"uvod"});
  CHECK(Print(library.articles[4].article.blocks) == "link(article:uvod|U)");
  for (const SourceArticle& each : library.articles) CheckMarkdown(each);
}

TEST_CASE("an id of another article is no alias") {
  Library library;
  library.articles = {ArticleOf("", "uvod", Text(50, 0, "a")),
                      ArticleOf("s", "uvod", Text(50, 0, "b")),
                      ArticleOf("t", "uvod-t", Text(50, 0, "b"), "updated: 2026-01-01\n")};
  MergeCopies(library);
  CHECK(Ids(library) == "uvod uvod-t ");
  CHECK(library.articles[1].article.aliases.empty());
}

TEST_CASE("without imported articles nothing is touched") {
  Library library{{ArticleOf("", "a", "[b](article:b)"), ArticleOf("", "a", "x")}, {}, {}};
  const std::string before = library.articles[0].markdown;
  CHECK(MergeCopies(library).merged.empty());
  CHECK(library.articles.size() == 2);
  CHECK(library.articles[0].markdown == before);
}

}  // namespace
}  // namespace pomocnik::kb
