#include "kb/records/records.h"

#include <doctest/doctest.h>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::records {
namespace {

const SourceDefaults kDefaults{
    .source = "odgovori", .address = {}, .module = {}, .lang = {}, .kind = {}};

SourceDocument Document(std::string bytes) {
  return {.address = "odgovori.txt",
          .media_type = {},
          .charset = {},
          .bytes = std::move(bytes),
          .modified = {}};
}

Imported Lines(std::string bytes) { return ReadJsonLines(Document(std::move(bytes)), kDefaults); }
Imported Csv(std::string bytes) { return ReadCsv(Document(std::move(bytes)), kDefaults); }

// Everything that an article says, in one line.
std::string Print(const ImportedArticle& imported) {
  const Article& article = imported.article;
  std::string out = imported.address + " " + article.title;
  for (const std::string& question : article.questions) out += " ?" + question;
  if (!article.module.empty()) out += " module=" + article.module;
  if (imported.kind) out += " kind=" + std::string(KindName(*imported.kind));
  if (!article.lang.empty()) out += " lang=" + article.lang;
  for (const ScreenRef& screen : article.f1) out += " f1=" + screen.app + ":" + screen.screen;
  for (const std::string& tag : article.tags) out += " tag=" + tag;
  if (article.updated) out += " updated=" + FormatDate(*article.updated);
  if (article.valid_from) out += " from=" + FormatDate(*article.valid_from);
  if (article.valid_to) out += " to=" + FormatDate(*article.valid_to);
  if (!article.version_from.empty())
    out += " version=" + article.version_from + ".." + article.version_to;
  if (!article.url.empty()) out += " url=" + article.url;
  return out + " | " + kb::Print(article.blocks);
}

std::string Print(const Imported& imported) {
  std::string out;
  for (const ImportedArticle& article : imported.articles) out += Print(article) + "\n";
  return out + kb::Print(imported.diagnostics);
}

TEST_CASE("a line of JSON states everything that an article has") {
  CHECK(
      Print(Lines(
          R"({"id": "opomnik", "title": "Opomnik", "question": ["Kako opomnim?", "Opomni me"],)"
          R"( "answer": "1. Odpremo.\n2. Shranimo.", "module": "Fakturiranje", "kind": "tip",)"
          R"( "lang": "sl", "screens": ["FAK.Opomnik", "mojinfo:MI.A"], "tags": ["rok", "opomin"],)"
          R"( "updated": "2026-03-11", "valid_from": "1. 1. 2026", "valid_to": "2026-12-31",)"
          R"( "version_from": "2026.02.001", "version_to": "", "url": "https://a.si/b", "status": "published"})")) ==
      "odgovori.txt#opomnik Opomnik ?Kako opomnim? ?Opomni me module=Fakturiranje kind=tip lang=sl "
      "f1=icenter:FAK.Opomnik f1=mojinfo:MI.A tag=rok tag=opomin updated=2026-03-11 "
      "from=2026-01-01 "
      "to=2026-12-31 version=2026.02.001.. url=https://a.si/b | steps1(p(Odpremo.); "
      "p(Shranimo.))\n");
}

TEST_CASE("a table may be in Slovene, with semicolons, in the character set of older programs") {
  CHECK(Print(Csv("Vpra\x9A"
                  "anje;Odgovor;Oblika;Modul;Zaslon;Velja od\r\n"
                  "Kako storniram?|Kako razveljavim ra\xE8un?;\"Z dobropisom.\n\nPOZOR! Ne bri\x9A"
                  "emo.\";besedilo;Fakturiranje;FAK.Racun, FAK.Dobropis;1. 1. 2026\r\n")) ==
        "odgovori.txt#kako-storniram Kako storniram? ?Kako razveljavim račun? module=Fakturiranje "
        "f1=icenter:FAK.Racun f1=icenter:FAK.Dobropis from=2026-01-01 | p(Z dobropisom.) "
        "warning[POZOR](p(Ne brišemo.))\n");
}

TEST_CASE("a record that is wrong says why and stops no other") {
  struct Row {
    const char* line;
    const char* outcome;
  };
  const Row rows[] = {
      {R"({"title": "A", "answer": "a"})", "odgovori.txt#a A | p(a)\n"},
      {R"({"title": 7, "answer": ["a"]})", "odgovori.txt#7 7 | p(a)\n"},
      {R"({"question": "¿?", "answer": "a"})", "odgovori.txt#zapis ¿? | p(a)\n"},
      {R"({"answer": "a"})", "odgovori.txt:1: error: there is neither a title nor a question\n"},
      {R"({"title": "A"})", "odgovori.txt:1: error: there is no answer\n"},
      {R"({"title": "A", "answer": " "})", "odgovori.txt:1: error: there is no answer\n"},
      {R"({"title": "A", "answer": {}})",
       "odgovori.txt:1: error: 'answer' must be a text or a list\n"},
      {R"({"title": [["A"]], "answer": "a"})",
       "odgovori.txt:1: error: 'title' must be a text or a list\n"},
      {R"({"title": "A", "answer": "a", "kind": "novela"})",
       "odgovori.txt:1: error: there is no kind \"novela\"\n"},
      {R"({"title": "A", "answer": "a", "lang": "slv"})",
       "odgovori.txt:1: error: 'lang' must be two letters like sl, not \"slv\"\n"},
      {R"({"title": "A", "answer": "a", "valid_to": "jutri"})",
       "odgovori.txt:1: error: 'valid_to' must be a day, not \"jutri\"\n"},
      {R"~({"title": "A", "answer": "a", "url": "javascript:alert(1)"})~",
       "odgovori.txt:1: error: 'url' must begin with https:// or http://, not "
       "\"javascript:alert(1)\"\n"},
      {R"({"title": "A", "answer": "a", "screen": "a b"})",
       "odgovori.txt:1: error: 'screen' must be [app:]SCREEN, not \"a b\"\n"},
      {R"({"title": "A", "answer": "a", "format": "html"})",
       "odgovori.txt:1: error: 'format' must be markdown or text, not \"html\"\n"},
      {R"({"title": "A", "answer": "a", "autor": "b"})",
       "odgovori.txt#a A | p(a)\nodgovori.txt:1: warning: 'autor' is no field and is passed "
       "over\n"},
      {R"({"title": "A", "answer": "a", "status": "draft"})",
       "odgovori.txt: warning: records left out because they are not published: 1\n"},
      {R"(["title", "A"])", "odgovori.txt:1: error: the line is no object of JSON\n"},
      {R"({"title": "A", )", "odgovori.txt:1: error: the line is no object of JSON\n"},
      {"", "odgovori.txt: error: the file is empty\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(Print(Lines(row.line)) == row.outcome);
  }
  CHECK(Print(Lines("{\"title\": \"A\"}\n\n{\"title\": \"B\", \"answer\": \"b\"}\n")) ==
        "odgovori.txt#b B | p(b)\nodgovori.txt:1: error: there is no answer\n");
}

TEST_CASE("an id stands for one record; records without one get a name of their title") {
  CHECK(Print(Lines(
            "{\"id\": \"a\", \"title\": \"A\", \"answer\": \"1\"}\n"
            "{\"id\": \"a\", \"title\": \"B\", \"answer\": \"2\"}\n"
            "{\"title\": \"C\", \"answer\": \"3\"}\n{\"title\": \"C\", \"answer\": \"4\"}\n")) ==
        "odgovori.txt#a A | p(1)\nodgovori.txt#c C | p(3)\nodgovori.txt#c-2 C | p(4)\n"
        "odgovori.txt:2: error: the id is there already: odgovori.txt#a\n");
}

TEST_CASE("what is no table of answers is refused") {
  CHECK(Print(Csv("ime,priimek\na,b\n")).find("error: the first line must name the columns") !=
        std::string::npos);
  CHECK(Print(Csv("title,answer\n\"a")) ==
        "odgovori.txt: error: line 2: the quotes around a cell do not match\n");
  CHECK(Print(Csv("")) == "odgovori.txt: error: the file is empty\n");
  CHECK(Print(Csv("title,answer\nA\n")) == "odgovori.txt:2: error: there is no answer\n");
}

TEST_CASE("markup in any field is text") {
  const std::string script = "<script>alert(1)</script>";
  const Imported text = Csv("title,question,answer,format,module,tags\n" + script + "," + script +
                            "," + script + ",text," + script + "," + script + "\n");
  REQUIRE(text.articles.size() == 1);
  CHECK(text.articles[0].article.title == script);
  CHECK(kb::Print(text.articles[0].article.blocks) == "p(" + script + ")");
  const Imported markdown = Lines(
      R"~({"title": "A", "answer": "a <img src=x onerror=alert(1)> [b](javascript:alert(1)) ![c](https://a.si/x.svg)"})~");
  REQUIRE(markdown.articles.size() == 1);
  CHECK(kb::Print(markdown.articles[0].article.blocks) == "p(a b [c])");
}

TEST_CASE("hostile files end quickly") {
  CHECK(Lines(std::string(1'000'000, '[')).articles.empty());
  CHECK(Lines("{\"title\": \"A\", \"answer\": " + std::string(500'000, '[') +
              std::string(500'000, ']') + "}")
            .articles.empty());
  CHECK(Print(Lines("{\"title\": \"" + std::string(2 * 1024 * 1024, 'a') + "\"}")) ==
        "odgovori.txt:1: error: the line is longer than 2 MiB\n");
  CHECK(Csv("title,answer\n" + std::string(1'000'000, '"')).articles.empty());
  CHECK(Csv("title,answer\n" + std::string(1'000'000, ',')).articles.empty());
  std::string many = "title,answer\n";
  for (int i = 0; i < 20'001; ++i) many += "a,b\n";
  CHECK(Csv(many).articles.empty());
  CHECK(Lines(std::string(32 * 1024 * 1024 + 1, ' ')).diagnostics.size() == 1);
}

}  // namespace
}  // namespace pomocnik::kb::records
