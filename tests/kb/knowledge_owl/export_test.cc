#include "kb/knowledge_owl/export.h"

#include <doctest/doctest.h>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::knowledge_owl {
namespace {

const SourceDefaults kSite{
    .source = "owl", .address = "https://help.icenter.si/", .module = {}, .lang = "sl", .kind = {}};

SourceDocument Document(std::string bytes, std::string address = "articles-1.json") {
  return {.address = std::move(address),
          .media_type = {},
          .charset = {},
          .bytes = std::move(bytes),
          .modified = {}};
}

// An article as the API writes it, with a few fields of its own ("name": …) before the usual ones.
std::string OwlJson(const std::string& slug, const std::string& fields = {}) {
  return "{" + fields + (fields.empty() ? "" : ", ") + "\"url_hash\": \"" + slug +
         "\", \"id\": \"id-" + slug +
         "\", \"name\": \"Ime\", \"status\": \"published\", \"visibility\": \"public\", "
         "\"reader_roles\": null, "
         "\"languages\": [\"sl\"], \"application_screens\": [\"\"], \"redirect_link\": null, "
         "\"current_version\": {\"version_id\": \"v-" +
         slug + "\", \"sl\": {\"title\": \"Naslov\", \"text\": \"<p>Besedilo</p>\"}}}";
}

std::string Page(const std::vector<std::string>& objects) {
  std::string data;
  for (const std::string& object : objects) data += (data.empty() ? "" : ",") + object;
  return "{\"valid\": true, \"data\": [" + data + "]}";
}

std::string Print(const ImportedArticle& entry) {
  const Article& article = entry.article;
  std::string out = entry.address + " " + article.title;
  if (!article.lang.empty()) out += " " + article.lang;
  if (entry.kind) out += " " + std::string(KindName(*entry.kind));
  if (article.updated) out += " " + FormatDate(*article.updated);
  for (const ScreenRef& screen : article.f1) out += " f1=" + screen.app + ":" + screen.screen;
  for (const std::string& question : article.questions) out += " ?" + question;
  for (const std::string& name : entry.breadcrumb) out += " >" + name;
  for (const std::string& alias : entry.aliases) out += " alias=" + alias;
  for (const std::string& file : entry.attachments) out += " file=" + file;
  return out + " | " + kb::Print(article.blocks);
}

std::string Print(const Imported& imported) {
  std::string out;
  for (const ImportedArticle& article : imported.articles) out += Print(article) + "\n";
  return out + kb::Print(imported.diagnostics);
}

// A page of article.json alone.
Imported ReadPage(const SourceDocument& document, const SourceDefaults& defaults) {
  Export one;
  one.Add(document);
  return std::move(one).Read(defaults);
}

std::string Read(const std::vector<std::string>& objects, const SourceDefaults& defaults = kSite) {
  return Print(ReadPage(Document(Page(objects)), defaults));
}

TEST_CASE("an article states its title, language, day, screens and phrases") {
  CHECK(
      Read(
          {R"({"id": "1", "type": "article", "name": "Ime", "url_hash": "dobropis", "languages": ["sl"], "category": "c",)"
           R"( "status": "published", "visibility": "public", "reader_roles": [],)"
           R"( "current_version": {"version_id": "v", "sl": {"title": "Dobropis", "text": "<p>Z dobropisom.</p><ol><li>Odpremo</li><li>Shranimo</li></ol>"}},)"
           R"( "application_screens": ["FAK.Dobropis", "mojinfo:MI.A"], "search_phrases": ["storno računa", "popravek"],)"
           R"( "date_published": "2025-04-08 09:09:57", "date_modified": "2025-05-01 09:00:00", "redirect_link": ""})"}) ==
      "https://help.icenter.si/help/dobropis Dobropis sl 2025-04-08 f1=icenter:FAK.Dobropis "
      "f1=mojinfo:MI.A "
      "?storno računa ?popravek | p(Z dobropisom.) steps1(p(Odpremo); p(Shranimo))\n");
}

TEST_CASE("fields come in the shapes that older answers have, too") {
  CHECK(
      Read(
          {R"({"id": "1", "name": "Test", "url_hash": "testapi", "languages": null, "status": "published", "visibility": "public",)"
           R"( "current_version": {"text": "<p>a</p>", "en": {"text": "", "title": "Test"}, "title": "test"},)"
           R"( "application_screens": [""], "search_phrases": "ena, dve", "date_published": {"usec": 0, "sec": 1489968000}, "redirect_link": null})"}) ==
      "https://help.icenter.si/help/testapi test 2017-03-20 ?ena ?dve | p(a)\n");
  // One article in place of a list.
  const std::string alone = OwlJson("a");
  CHECK(Print(ReadPage(Document("{\"valid\": true, \"data\": " + alone + "}"), kSite)) ==
        "https://help.icenter.si/help/a Naslov sl | p(Besedilo)\n");
}

TEST_CASE("the address is that of the site, or of the document where there is no site") {
  const auto address = [](std::string site) {
    SourceDefaults defaults = kSite;
    defaults.address = std::move(site);
    const Imported imported = ReadPage(Document(Page({OwlJson("a")})), defaults);
    REQUIRE(imported.articles.size() == 1);
    return imported.articles[0].address + " " + imported.articles[0].article.url;
  };
  CHECK(address("https://help.icenter.si") ==
        "https://help.icenter.si/help/a https://help.icenter.si/help/a");
  CHECK(address("https://help.icenter.si/help/") ==
        "https://help.icenter.si/help/a https://help.icenter.si/help/a");
  CHECK(address("") == "articles-1.json#a ");
}

TEST_CASE("only what is published for everybody comes in, and the report names the rest") {
  const auto with = [](std::string json, const std::string& from, const std::string& to) {
    return json.replace(json.find(from), from.size(), to);
  };
  CHECK(Read({OwlJson("a"), with(OwlJson("b"), "\"published\"", "\"draft\""),
              with(OwlJson("c"), "\"public\"", "\"private\""),
              with(OwlJson("d"), "\"reader_roles\": null", "\"reader_roles\": [\"partnerji\"]")}) ==
        "https://help.icenter.si/help/a Naslov sl | p(Besedilo)\n"
        "articles-1.json: warning: articles left out because they are not for everybody: b "
        "(draft), c "
        "(not public), d (for some readers)\n");
}

TEST_CASE("a redirect is another address of the article that it leads to") {
  const auto to = [](const std::string& link) {
    std::string json = OwlJson("stari");
    const std::string from = "\"redirect_link\": null";
    return json.replace(json.find(from), from.size(), "\"redirect_link\": \"" + link + "\"");
  };
  CHECK(Read({to("https://help.icenter.si/help/novi"), OwlJson("novi")}) ==
        "https://help.icenter.si/help/novi Naslov sl alias=https://help.icenter.si/help/stari | "
        "p(Besedilo)\n");
  CHECK(Read({to("/help/novi#razdelek"), OwlJson("novi")}) ==
        "https://help.icenter.si/help/novi Naslov sl alias=https://help.icenter.si/help/stari | "
        "p(Besedilo)\n");
  CHECK(Read({to("https://a.si/b")}) ==
        "https://help.icenter.si/help/stari Ime sl stub | link(https://a.si/b|Ime)\n");
  CHECK(
      Read({to("javascript:alert(1)")}) ==
      "https://help.icenter.si/help/stari: warning: it leads to no address that could be shown\n");
}

TEST_CASE("texts lie in the versions, names of the breadcrumb in the categories, in any order") {
  std::string article = OwlJson("a", "\"category\": \"c2\"");
  const std::string text = "\"sl\": {\"title\": \"Naslov\", \"text\": \"<p>Besedilo</p>\"}";
  article.replace(article.find(", " + text), text.size() + 2, "");
  Export all;
  all.Add(Document(Page({R"({"id": "c2", "type": "category", "name": "Obračuni", "parent": "c1"})",
                         R"({"id": "c1", "type": "category", "name": "Plače", "parent": ""})"}),
                   "categories.json"));
  all.Add(Document(Page({article})));
  all.Add(Document(
      Page(
          {R"({"id": "v-a", "type": "articleversion", "article_id": "id-a", "sl": {"title": "Pravi", "text": "<p>Pravo</p>"}})",
           R"({"id": "v-b", "type": "articleversion", "article_id": "id-a", "sl": {"title": "Stari", "text": "<p>Staro</p>"}})"}),
      "versions.json"));
  CHECK(Print(std::move(all).Read(kSite)) ==
        "https://help.icenter.si/help/a Pravi sl >Plače >Obračuni | p(Pravo)\n");
}

TEST_CASE("categories that go round in a circle end") {
  Export all;
  all.Add(Document(Page({R"({"id": "c1", "type": "category", "name": "A", "parent": "c2"})",
                         R"({"id": "c2", "type": "category", "name": "B", "parent": "c1"})",
                         OwlJson("a", "\"category\": \"c1\"")})));
  const Imported imported = std::move(all).Read(kSite);
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].breadcrumb == std::vector<std::string>{"B", "A"});
}

TEST_CASE("categories without names that go round in a circle end") {
  Export all;
  all.Add(Document(Page({R"({"id": "c1", "type": "category", "parent": "c1"})",
                         OwlJson("a", "\"category\": \"c1\"")})));
  const Imported imported = std::move(all).Read(kSite);
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].breadcrumb.empty());
}

TEST_CASE("an article in several languages becomes one for each") {
  std::string json = OwlJson("a");
  json.replace(json.find("\"sl\": {"), 0,
               "\"en\": {\"title\": \"Title\", \"text\": \"<p>Text</p>\"}, \"hr\": {\"title\": "
               "\"x\", \"text\": \" \"}, ");
  CHECK(Read({json}) ==
        "https://help.icenter.si/help/a?lang=en Title en | p(Text)\nhttps://help.icenter.si/help/a "
        "Naslov sl | p(Besedilo)\n");
}

TEST_CASE("a short text beside a file leads to the file") {
  std::string json = OwlJson("a");
  const std::string text = "<p>Besedilo</p>";
  json.replace(json.find(text), text.size(),
               "<p>V prilogi so navodila.</p><p><a href='/priloge/a.pdf'>Navodila</a></p>");
  CHECK(Read({json}) ==
        "https://help.icenter.si/help/a Naslov sl file=https://help.icenter.si/priloge/a.pdf | p(V "
        "prilogi so navodila.) "
        "link(https://help.icenter.si/priloge/a.pdf|Navodila)\n");
}

TEST_CASE("what is wrong with one article stops no other") {
  const auto with_text = [](const std::string& slug, const std::string& replacement) {
    std::string json = OwlJson(slug);
    const std::string text = "<p>Besedilo</p>";
    return json.replace(json.find(text), text.size(), replacement);
  };
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  const Imported imported =
      ReadPage(Document(Page({with_text("prazen", "<p> </p>"), with_text("globok", deep),
                              OwlJson("a"), OwlJson("a"), "7", "null", "[]", "{}"})),
               kSite);
  REQUIRE(imported.articles.size() == 1);
  const std::string told = kb::Print(imported.diagnostics);
  CAPTURE(told);
  CHECK(told.find("/help/prazen: warning: it has no text") != std::string::npos);
  CHECK(told.find("/help/globok:1: error:") != std::string::npos);
  CHECK(told.find("/help/a: error: the slug is there already") != std::string::npos);
}

TEST_CASE("what is no answer is refused") {
  const auto told = [](std::string bytes) {
    return kb::Print(ReadPage(Document(std::move(bytes)), kSite).diagnostics);
  };
  CHECK(told("") == "articles-1.json: error: the answer is refused: it is no JSON\n");
  CHECK(told("<html>") == "articles-1.json: error: the answer is refused: it is no JSON\n");
  CHECK(told("[]").find("there is no 'data'") != std::string::npos);
  CHECK(told("{\"valid\": false, \"data\": []}").find("the API told of a failure") !=
        std::string::npos);
  CHECK(told(std::string(500'000, '[')).find("its JSON is nested too deep") != std::string::npos);
  std::string many = "{\"data\": [";
  for (int i = 0; i < 4'000'001; ++i) many += "0,";
  CHECK(told(many + "0]}").find("too many values") != std::string::npos);
  CHECK(told(std::string(kMaxPageBytes + 1, ' ')).find("larger than 32 MiB") != std::string::npos);
}

TEST_CASE("the next page is asked for until the last one") {
  const auto next = [](const std::string& statistics) {
    const auto page =
        NextPage("{\"valid\": true, \"page_stats\": " + statistics + ", \"data\": []}");
    return page ? *page : 0;
  };
  CHECK(next(R"({"total_records": 60, "total_pages": 3, "current_page": 1})") == 2);
  CHECK(next(R"({"total_pages": "3", "page": "2"})") == 3);
  CHECK(next(R"({"total_pages": 3, "current_page": 3})") == 0);
  CHECK(next(R"({"total_pages": 3})") == 0);
  CHECK(next("null") == 0);
  CHECK_FALSE(NextPage("<html>").has_value());
}

TEST_CASE("markup outside of the text is text, and none of it in the text survives") {
  std::string json = OwlJson("a", R"("search_phrases": ["<img src=x onerror=alert(1)>"])");
  const std::string title = "\"Naslov\"";
  json.replace(json.find(title), title.size(), "\"<script>alert(1)</script>\"");
  const std::string text = "<p>Besedilo</p>";
  json.replace(json.find(text), text.size(),
               "<p onclick='alert(1)'>a<script>alert(1)</script><a "
               "href='javascript:alert(1)'>b</a></p><svg onload='alert(1)'></svg>");
  const Imported imported = ReadPage(Document(Page({json})), kSite);
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].article.title == "<script>alert(1)</script>");
  CHECK(imported.articles[0].article.questions ==
        std::vector<std::string>{"<img src=x onerror=alert(1)>"});
  CHECK(kb::Print(imported.articles[0].article.blocks) == "p(ab)");
}

}  // namespace
}  // namespace pomocnik::kb::knowledge_owl
