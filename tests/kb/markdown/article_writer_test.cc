#include "kb/markdown/article_writer.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "kb/markdown/address.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/front_matter.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

Article Small() {
  Article article;
  article.id = "fak-dobropis";
  article.title = "Dobropis za izdani račun";
  article.module = "Fakturiranje";
  return article;
}

Article Parse(const std::string& text) {
  Diagnostics diagnostics;
  auto article = ParseArticle(text, "a.md", diagnostics);
  REQUIRE_MESSAGE(article, Print(diagnostics) << text);
  return *std::move(article);
}

void CheckSame(const Article& read, const Article& written) {
  CHECK(read.id == written.id);
  CHECK(read.title == written.title);
  CHECK(read.module == written.module);
  CHECK(read.kind == written.kind);
  CHECK(read.lang == written.lang);
  CHECK(read.f1 == written.f1);
  CHECK(read.tags == written.tags);
  CHECK(read.questions == written.questions);
  CHECK(read.updated == written.updated);
  CHECK(read.valid_from == written.valid_from);
  CHECK(read.valid_to == written.valid_to);
  CHECK(read.version_from == written.version_from);
  CHECK(read.version_to == written.version_to);
  CHECK(read.url == written.url);
  CHECK(read.aliases == written.aliases);
  CHECK(read.related == written.related);
  CHECK(read.issue == written.issue);
}

TEST_CASE("an article is written as people write it") {
  Article article = Small();
  article.f1 = {{"icenter", "FAK.Dobropisi"}, {"mojinfo", "MI.Racuni"}};
  article.tags = {"dobropis", "popravek: računa"};
  article.questions = {"Kako storniram del računa?", "- minus"};
  article.updated = ParseDate("2026-03-11");
  article.version_from = "2026.02.001";
  article.aliases = {"https://help.example.si/help/dobropis", "dobropis"};
  article.related = {"fak-gumb-knjizi"};
  article.issue = 226;
  CHECK(FormatArticle(article, "Besedilo") ==
        "---\n"
        "id: fak-dobropis\n"
        "title: \"Dobropis za izdani račun\"\n"
        "module: Fakturiranje\n"
        "kind: tip\n"
        "lang: sl\n"
        "f1: [FAK.Dobropisi, \"mojinfo:MI.Racuni\"]\n"
        "tags: [dobropis, \"popravek: računa\"]\n"
        "questions:\n"
        "  - Kako storniram del računa?\n"
        "  - \"- minus\"\n"
        "updated: 2026-03-11\n"
        "version_from: \"2026.02.001\"\n"
        "aliases: [\"https://help.example.si/help/dobropis\", dobropis]\n"
        "related: [fak-gumb-knjizi]\n"
        "issue: 226\n"
        "---\n"
        "\n"
        "Besedilo\n");
}

// Texts out of what trips YAML, Markdown and editors up.
class ArticleDice {
 public:
  explicit ArticleDice(std::uint32_t seed) : random_(seed) {}

  std::size_t Below(std::size_t count) { return random_() % count; }

  std::string Line() {
    static constexpr const char* kPieces[] = {
        "račun", "Š", "ž",    "\"",  "'",       ": ",   " #",   "---",      "- ", "[",
        "]",     "{", "}",    ",",   "&a",      "*b",   "!c",   "%",        "@",  "`",
        "|",     ">", "null", "yes", "2026.10", "0x1f", "\\n",  "\\",       "~",  "?",
        "=",     "€", "»",    "«",   "…",       "<b>",  "</x>", "title: x", "😀",  " "};
    std::string text;
    for (std::size_t i = 1 + Below(6); i > 0; --i) text += kPieces[Below(std::size(kPieces))];
    text = OneLine(text);
    return text.empty() ? "x" : text;
  }

  std::vector<std::string> Lines() {
    std::vector<std::string> lines(Below(4));
    for (std::string& line : lines) line = Line();
    return lines;
  }

  std::string Body() {
    static constexpr const char* kLines[] = {"Besedilo.",
                                             "---",
                                             "# Naslov",
                                             "- a",
                                             "1. korak",
                                             "> **POZOR:** ne",
                                             "| a | b |",
                                             "|---|---|",
                                             "```",
                                             "    koda",
                                             "",
                                             "",
                                             "title: x",
                                             "![s](/media/a.png)",
                                             "[p](article:a)",
                                             "<script>",
                                             "***",
                                             "\t",
                                             "**krepko**",
                                             "\xEF\xBB\xBFx",
                                             "&amp; \\*"};
    std::string body = "Uvod.\n";
    for (std::size_t i = Below(12); i > 0; --i) {
      body += std::string(kLines[Below(std::size(kLines))]) + "\n";
    }
    return body;
  }

  Article Any() {
    Article article = Small();
    article.title = Line();
    article.module = Line();
    article.kind = static_cast<Kind>(Below(8));
    article.lang = Below(2) == 0 ? "no" : "hr";
    article.tags = Lines();
    article.questions = Lines();
    if (Below(2) == 0) article.f1 = {{"icenter", "NO"}, {"a.b", "null"}};
    if (Below(2) == 0) article.updated = ParseDate("2026-05-20");
    if (Below(2) == 0) article.valid_to = ParseDate("2027-01-01");
    if (Below(2) == 0) article.version_from = "2026.10";
    if (Below(2) == 0) article.url = "https://a.si/b?c=d#e";
    if (Below(2) == 0) article.aliases = {"https://a.si/b,[c]?d=#e", "007"};
    if (Below(2) == 0) article.related = {"null", "a-2", "007"};
    if (Below(2) == 0) article.issue = 7;
    return article;
  }

 private:
  std::mt19937 random_;
};

TEST_CASE("what is written is read back, whatever it holds") {
  ArticleDice dice(7);
  for (int i = 0; i < 2000; ++i) {
    const Article article = dice.Any();
    const std::string body = dice.Body();
    const std::string text = FormatArticle(article, body);
    CAPTURE(text);
    const Article read = Parse(text);
    CheckSame(read, article);
    CHECK(read.blocks == Parse(FormatArticle(Small(), body)).blocks);
    CHECK(BodyOf(text) == body);
    CHECK(IdOf(text) == article.id);
  }
}

TEST_CASE("a file that is changed reads as what it was changed to") {
  ArticleDice dice(11);
  for (int i = 0; i < 1000; ++i) {
    const std::string before = FormatArticle(dice.Any(), dice.Body());
    const Article article = dice.Any();
    const std::string body = dice.Body();
    const std::string text = RewriteArticle(before, article, body);
    CAPTURE(before);
    CAPTURE(text);
    CheckSame(Parse(text), article);
    CHECK(BodyOf(text) == body);
  }
}

constexpr std::string_view kByHand =
    "---\n"
    "# Zadnji pregled: Ana\n"
    "title: 'Dobropis za izdani račun'   # kratko\n"
    "id: fak-dobropis\n"
    "module: Fakturiranje\n"
    "\n"
    "kind: tip\n"
    "questions:\n"
    "- Kako storniram del računa?   # s telefona\n"
    "lang: sl\n"
    "tags:\n"
    "  [dobropis,\n"
    "  popravek]\n"
    "---\n"
    "Besedilo\n";

TEST_CASE("what does not change keeps its lines and comments") {
  Article article = Parse(std::string(kByHand));
  article.questions.push_back("Kako naredim dobropis?");
  article.tags.clear();
  article.updated = ParseDate("2026-11-26");
  CHECK(RewriteArticle(kByHand, article, "Drugo.\n") ==
        "---\n"
        "# Zadnji pregled: Ana\n"
        "title: 'Dobropis za izdani račun'   # kratko\n"
        "id: fak-dobropis\n"
        "module: Fakturiranje\n"
        "\n"
        "kind: tip\n"
        "questions:\n"
        "  - Kako storniram del računa?\n"
        "  - Kako naredim dobropis?\n"
        "lang: sl\n"
        "updated: 2026-11-26\n"
        "---\n"
        "\n"
        "Drugo.\n");
}

TEST_CASE("a front matter that is laid out unusually is written anew") {
  for (const std::string file :
       {"---\n{id: a, title: T, module: M, kind: tip, lang: sl}\n---\nB\n",
        "---\n\"id\": a\n\"title\": T\nmodule: M\nkind: tip\nlang: sl\n---\nB\n",
        "\xEF\xBB\xBF---\r\nid: a\r\ntitle: T\r\nmodule: M\r\nkind: tip\r\nlang: "
        "sl\r\n---\r\nB\r\n",
        "no article at all"}) {
    CAPTURE(file);
    Article article = Small();
    article.id = "a";
    const std::string text = RewriteArticle(file, article, "B\n");
    CheckSame(Parse(text), article);
    CHECK(BodyOf(text) == "B\n");
  }
}

TEST_CASE("ids come from titles, fit a file's name, and are never given twice") {
  std::set<std::string> taken = {"storno-racuna", "storno-racuna-2"};
  struct Row {
    const char* title;
    const char* id;
  };
  const Row rows[] = {
      {"Žarišče: čas & denar", "zarisce-cas-denar"},
      {"Storno računa", "storno-racuna-3"},
      {"../../etc/passwd", "etc-passwd"},
      {"....", "clanek"},
      {"日本語", "clanek"},
      {"a/b\\c", "a-b-c"},
      {"NUL", "nul"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    const std::string id = NewArticleId(row.title, taken);
    CHECK(id == row.id);
    CHECK(IsArticleId(id));
  }
  std::string long_title;
  for (int i = 0; i < 60; ++i) long_title += "beseda ";
  for (int i = 0; i < 120; ++i) {
    const std::string id = NewArticleId(long_title, taken);
    REQUIRE(IsArticleId(id));
    REQUIRE(taken.insert(id).second);
  }
}

}  // namespace
}  // namespace pomocnik::kb
