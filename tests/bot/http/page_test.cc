#include "bot/http/page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "bot/http/html.h"
#include "tests/support/paragraphs.h"

namespace pomocnik::bot::http {
namespace {

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

index::ArticleInfo Topic(std::string id, std::string title) {
  index::ArticleInfo info;
  info.id = std::move(id);
  info.title = std::move(title);
  info.module = "M";
  info.lang = "sl";
  return info;
}

kb::Screen Form() { return {"icenter", "FAK.Dobropisi", 5203, "Dobropisi", "Fakturiranje", "FAK"}; }

F1Page PageWith(index::ScreenMatch match, std::vector<index::ArticleInfo> articles) {
  F1Page page;
  page.files = {"/f1.css?v=1", "/f1.js?v=2"};
  page.place = {"icenter", "FAK.<b>", ""};
  page.help.topics.match = match;
  page.help.topics.module = "Fakturiranje";
  page.help.topics.articles = std::move(articles);
  page.portal_url = "https://portal.example/?a=1&b=2";
  page.portal_label = "Oddaj <zahtevek>";
  return page;
}

kb::Article WholeArticle() {
  kb::Article article;
  article.id = "a";
  article.title = "A & A";
  article.module = "M";
  article.updated = ParseDate("2026-05-12");
  article.url = "https://example.si/a";
  article.blocks = {testing::PlainParagraph("besedilo")};
  return article;
}

TEST_CASE("the page says in each language which level of the screens matched") {
  struct Row {
    index::ScreenMatch match;
    std::string_view mark;
    std::array<std::string_view, 3> said;
  };
  using enum index::ScreenMatch;
  const Row rows[] = {
      {kScreen,
       "match screen",
       {"Pomoč za zaslon »Izdaja«.", "Help for the screen “Izdaja”.", "Pomoć za zaslon »Izdaja«."}},
      {kParent,
       "match parent",
       {"»Izdaja« še nima svojega članka. To je pomoč za zaslon »Dobropisi«.",
        "There is no article for “Izdaja” yet. This is help for the screen “Dobropisi”.",
        "»Izdaja« još nema svoj članak. Ovo je pomoć za zaslon »Dobropisi«."}},
      {kModule,
       "match module",
       {"»Izdaja« še nima svojega članka. To so članki modula Fakturiranje.",
        "There is no article for “Izdaja” yet. These are articles of the module Fakturiranje.",
        "»Izdaja« još nema svoj članak. Ovo su članci modula Fakturiranje."}},
      {kSearch,
       "match search",
       {"»Izdaja« še nima svojega članka. Po imenu je najbližje to:",
        "There is no article for “Izdaja” yet. This comes nearest to its name:",
        "»Izdaja« još nema svoj članak. Po imenu je najbliže ovo:"}},
      {kNone,
       "match none",
       {"Za »Izdaja« še ni pomoči. Poiščite po vseh navodilih ali izberite modul.",
        "There is no help for “Izdaja” yet. Search the whole help or choose a module.",
        "Za »Izdaja« još nema pomoći. Pretražite sve upute ili odaberite modul."}},
  };
  for (const Row& row : rows) {
    std::vector<index::ArticleInfo> topics;
    if (row.match != kNone) topics.push_back(Topic("a", "A"));
    F1Page page = PageWith(row.match, topics);
    page.place.title = "Izdaja";
    if (row.match == kParent) page.help.topics.form = Form();
    for (const Language language : {Language::kSlovene, Language::kEnglish, Language::kCroatian}) {
      page.language = language;
      const std::string_view said = row.said[static_cast<std::size_t>(language)];
      CAPTURE(said);
      CHECK(Holds(RenderF1Page(page),
                  "<p class=\"" + std::string(row.mark) + "\">" + std::string(said) + "</p>"));
    }
  }
}

TEST_CASE("a control that goes by its form's name is not told apart from the form") {
  F1Page page = PageWith(index::ScreenMatch::kParent, {Topic("a", "A")});
  page.help.topics.form = Form();
  page.place.title = page.help.topics.form->title;
  CHECK(Holds(RenderF1Page(page), ">Pomoč za zaslon »Dobropisi«.</p>"));
}

TEST_CASE("a start page says so in each language and counts articles as the language does") {
  F1Page page = PageWith(index::ScreenMatch::kNone, {});
  page.place = {"icenter", "", ""};
  page.help.topics.module.clear();
  page.help.modules = {{"icenter", "Pet", 5}, {"icenter", "Tri & tri", 3}, {"mi", "Dva", 2},
                       {"icenter", "Ena", 1}, {"icenter", "Sto ena", 101}, {"icenter", "Sto", 111}};
  struct Row {
    Language language;
    std::vector<std::string_view> parts;
  };
  const Row rows[] = {
      {Language::kSlovene,
       {"<p class=\"match start\">Poiščite po navodilih ali izberite modul.</p>", "<h1>Pomoč</h1>",
        "<h2>Moduli</h2>", "5 člankov", "3 članki", "2 članka", ">1 članek<", "101 članek",
        "111 člankov"}},
      {Language::kEnglish,
       {"Search the help or choose a module.", "<h1>Help</h1>", "5 articles", ">1 article<"}},
      {Language::kCroatian,
       {"Pretražite upute ili odaberite modul.", "<h1>Pomoć</h1>", "5 članaka", "3 članka",
        "2 članka", ">1 članak<", "101 članak", "111 članaka"}},
  };
  for (const Row& row : rows) {
    page.language = row.language;
    const std::string html = RenderF1Page(page);
    for (const std::string_view part : row.parts) {
      CAPTURE(part);
      CHECK(Holds(html, part));
    }
  }
  page.language = Language::kSlovene;
  const std::string html = RenderF1Page(page);
  CHECK(
      Holds(html, "<a href=\"/f1/icenter?lang=sl&amp;module=Tri%20%26%20tri\">Tri &amp; tri</a>"));
  CHECK(Holds(html, "<a href=\"/f1/mi?lang=sl&amp;module=Dva\">Dva</a>"));
  CHECK(Holds(html, "action=\"/f1/icenter\""));
}

TEST_CASE("the page is marked with where it is asked from and whom it may talk to") {
  F1Page page = PageWith(index::ScreenMatch::kScreen, {});
  page.version = "2026.3";
  page.origins = {"https://a.example", "https://b.example:8443"};
  CHECK(Holds(RenderF1Page(page),
              "<html lang=\"sl\" data-app=\"icenter\" data-screen=\"FAK.&lt;b&gt;\" "
              "data-version=\"2026.3\" data-module=\"Fakturiranje\" data-lang=\"sl\" "
              "data-origins=\"https://a.example https://b.example:8443\">"));
  page.help.topics.screen = Form();
  page.place.app = "ICENTER";
  CHECK(Holds(RenderF1Page(page), "data-app=\"icenter\" data-screen=\"FAK.Dobropisi\""));
}

TEST_CASE("the search form keeps what the program said and what was typed") {
  F1Page page = PageWith(index::ScreenMatch::kScreen, {});
  page.language = Language::kEnglish;
  page.version = "2026.3";
  page.place.title = "Izdani \"računi\"";
  page.search = F1Search{"<storno>", {}};
  const std::string html = RenderF1Page(page);
  CHECK(Holds(html, "<form role=\"search\" method=\"get\" action=\"/f1/icenter/FAK.%3Cb%3E\">"));
  CHECK(Holds(html, "<label for=\"q\">Search the help</label>"));
  CHECK(Holds(html, "value=\"&lt;storno&gt;\">"));
  CHECK(Holds(html, "<input type=\"hidden\" name=\"lang\" value=\"en\">"));
  CHECK(Holds(html, "<input type=\"hidden\" name=\"v\" value=\"2026.3\">"));
  CHECK(Holds(html, "<input type=\"hidden\" name=\"title\" value=\"Izdani &quot;računi&quot;\">"));
}

TEST_CASE("several topics are a list of links to the same page, each with its article") {
  F1Page page =
      PageWith(index::ScreenMatch::kScreen, {Topic("a", "Prvi <1>"), Topic("b", "Drugi")});
  page.version = "6.25";
  page.place.title = "Okno";
  const std::string html = RenderF1Page(page);
  CHECK(Holds(html,
              "<a lang=\"sl\" href=\"/f1/icenter/FAK.%3Cb%3E?lang=sl&amp;v=6.25&amp;title=Okno"
              "&amp;article=a\">Prvi &lt;1&gt;</a>"));
  CHECK(Holds(html, "article=b\">Drugi</a>"));
  CHECK(Holds(html,
              "href=\"/f1/icenter?lang=sl&amp;v=6.25&amp;module=Fakturiranje\">"
              "Vsi članki modula Fakturiranje</a>"));
  CHECK_FALSE(Holds(html, "<article"));
}

TEST_CASE("a topic is shown whole, the others listed below it, and the way out always") {
  F1Page page = PageWith(index::ScreenMatch::kScreen, {Topic("a", "A"), Topic("b", "B")});
  page.article = WholeArticle();
  const std::string html = RenderF1Page(page);
  CHECK(Holds(html, "<h1>A &amp; A</h1>"));
  CHECK(Holds(html, "<time datetime=\"2026-05-12\">12. 5. 2026</time>"));
  CHECK(Holds(html, "<p>besedilo</p>"));
  CHECK(Holds(html, "href=\"https://example.si/a\""));
  CHECK(Holds(html, "<h2>Druge teme tega zaslona</h2>"));
  CHECK(Holds(html, "article=b\">B</a>"));
  CHECK_FALSE(Holds(html, "article=a\">"));
  CHECK_FALSE(Holds(html, "class=\"back\""));
  CHECK(Holds(html, "href=\"https://portal.example/?a=1&amp;b=2\">Oddaj &lt;zahtevek&gt;</a>"));
  CHECK(Holds(html, "href=\"/f1/icenter?lang=sl\">Začetek pomoči</a>"));
}

TEST_CASE("what was searched for is listed with snippets, and leads there and back") {
  F1Page page = PageWith(index::ScreenMatch::kScreen, {Topic("t", "Tema")});
  page.search = F1Search{
      "stornno", {{{Topic("a", "A"), "Z <b>"}, {Topic("b", "B"), "Y"}}, {{"stornno", "storno"}}}};
  const std::string results = RenderF1Page(page);
  CHECK(Holds(results, "<h1>Zadetki za »stornno«</h1>"));
  CHECK(Holds(results, "Iskano tudi kot: stornno → storno."));
  CHECK(Holds(results, "<p class=\"snippet\" lang=\"sl\">Z &lt;b&gt;</p>"));
  CHECK(Holds(results, "?lang=sl&amp;q=stornno&amp;article=a\">A</a>"));
  CHECK(Holds(results,
              "<p class=\"back\"><a href=\"/f1/icenter/FAK.%3Cb%3E?lang=sl\">"
              "Nazaj na »FAK.&lt;b&gt;«</a></p>"));
  CHECK_FALSE(Holds(results, "class=\"match"));

  page.reads = F1Page::Reads::kChosen;
  page.article = WholeArticle();
  const std::string article = RenderF1Page(page);
  CHECK(Holds(article, "?lang=sl&amp;q=stornno\">Nazaj na zadetke</a>"));
  CHECK(Holds(article, "<h1>A &amp; A</h1>"));

  page.article.reset();
  page.search = F1Search{"nič", {}};
  const std::string nothing = RenderF1Page(page);
  CHECK(Holds(nothing, "Ničesar ni bilo mogoče najti."));
  CHECK(Holds(nothing, "article=t\">Tema</a>"));
}

TEST_CASE("the articles of a module lead back to their list") {
  F1Page page = PageWith(index::ScreenMatch::kNone, {});
  page.place = {"icenter", "", ""};
  page.help.topics.module.clear();
  page.module = "Fakturiranje";
  page.module_articles = {Topic("a", "A")};
  const std::string list = RenderF1Page(page);
  CHECK(Holds(list, "<h1>Fakturiranje</h1>"));
  CHECK(Holds(list, "data-module=\"Fakturiranje\""));
  CHECK(Holds(list, "/f1/icenter?lang=sl&amp;module=Fakturiranje&amp;article=a\">A</a>"));
  CHECK(Holds(list, "<a href=\"/f1/icenter?lang=sl\">Nazaj na začetek pomoči</a>"));
  CHECK(Holds(list, "<input type=\"hidden\" name=\"module\" value=\"Fakturiranje\">"));
  page.search = F1Search{"storno", {}};
  CHECK(Holds(RenderF1Page(page), "module=Fakturiranje\">Nazaj na »Fakturiranje«</a>"));
  page.reads = F1Page::Reads::kChosen;
  page.article = WholeArticle();
  CHECK(Holds(RenderF1Page(page), "module=Fakturiranje&amp;q=storno\">Nazaj na zadetke</a>"));
  page.search.reset();
  CHECK(
      Holds(RenderF1Page(page),
            "<a href=\"/f1/icenter?lang=sl&amp;module=Fakturiranje\">Nazaj na »Fakturiranje«</a>"));
}

TEST_CASE("an article for another version than the reader's says so in each language") {
  struct Row {
    std::string_view version;
    std::array<std::string_view, 3> said;  // empty: nothing
  };
  const Row rows[] = {
      {"2025.12.001",
       {"Članek velja za različice od 2026.02.001 naprej; vaša je 2025.12.001.",
        "This article is for version 2026.02.001 and later; yours is 2025.12.001.",
        "Članak vrijedi za verzije od 2026.02.001 nadalje; vaša je 2025.12.001."}},
      {"2026.09",
       {"Članek velja za različice do 2026.08; vaša je 2026.09.",
        "This article is for versions up to 2026.08; yours is 2026.09.",
        "Članak vrijedi za verzije do 2026.08; vaša je 2026.09."}},
      {"2026.05", {"", "", ""}},
      {"", {"", "", ""}},
      {"<b>", {"", "", ""}},
  };
  F1Page page = PageWith(index::ScreenMatch::kScreen, {Topic("a", "A")});
  page.article = WholeArticle();
  page.article->version_from = "2026.02.001";
  page.article->version_to = "2026.08";
  for (const Row& row : rows) {
    for (const Language language : {Language::kSlovene, Language::kEnglish, Language::kCroatian}) {
      page.version = row.version;
      page.language = language;
      const std::string html = RenderF1Page(page);
      const std::string_view said = row.said[static_cast<std::size_t>(language)];
      CAPTURE(said);
      CHECK(Holds(html, "class=\"version\"") == !said.empty());
      CHECK(Holds(html, said));
      CHECK(Holds(html, "<p>besedilo</p>"));
    }
  }
}

TEST_CASE("the page is offered in the other languages, at the same place") {
  F1Page page = PageWith(index::ScreenMatch::kScreen, {Topic("a", "A")});
  page.reads = F1Page::Reads::kChosen;
  page.article = WholeArticle();
  page.search = F1Search{"storno", {}};
  const std::string html = RenderF1Page(page);
  CHECK(Holds(html,
              "<a lang=\"en\" hreflang=\"en\" href=\"/f1/icenter/FAK.%3Cb%3E?lang=en"
              "&amp;q=storno&amp;article=a\">English</a>"));
  CHECK(Holds(html, ">Hrvatski</a>"));
  CHECK_FALSE(Holds(html, ">Slovenščina</a>"));
}

TEST_CASE(
    "a name that is very long is cut where a person reads it, and kept where a program does") {
  F1Page page = PageWith(index::ScreenMatch::kNone, {});
  page.place.screen = std::string(200, 'x');
  const std::string html = RenderF1Page(page);
  CHECK(Holds(html, "Za »" + std::string(79, 'x') + "…« še ni pomoči."));
  CHECK(Holds(html, "data-screen=\"" + std::string(200, 'x') + "\""));
}

TEST_CASE("a refusal is a page that leads to the start") {
  const Response page =
      RefuseWithPage({Problem::kTargetTooLong, ""}, Language::kEnglish, {"/f1.css", "/f1.js"});
  CHECK(page.status == 414);
  CHECK(page.content_type == "text/html; charset=utf-8");
  CHECK(Holds(page.body, "href=\"/f1?lang=en\">Start of the help</a>"));
  CHECK(Holds(page.body, "<link rel=\"stylesheet\" href=\"/f1.css\">"));
}

// Every text that a page shows, set to the same.
F1Page PageOf(const std::string& text, F1Page::Reads reads) {
  F1Page page = PageWith(index::ScreenMatch::kParent, {Topic("t", text)});
  page.place = {text, text, text};
  page.version = text;
  page.help.topics.form = Form();
  page.help.topics.form->title = text;
  page.help.topics.module = text;
  page.origins = {text};
  page.portal_label = text;
  page.reads = reads;
  page.article = WholeArticle();
  page.article->title = text;
  page.article->module = text;
  page.article->lang = text;
  page.article->version_from = "9999999999." + text;
  page.related = {Topic("r", text)};
  page.search = F1Search{text, {{{Topic("s", text), text}}, {{text, text}}}};
  if (reads == F1Page::Reads::kTopic) page.article.reset();
  return page;
}

TEST_CASE("no known vector becomes markup, wherever a page shows text") {
  std::ifstream vectors(POMOCNIK_SOURCE_DIR "/../shared/data/xss_vectors.txt");
  if (!vectors) {
    MESSAGE("skipped: no xss_vectors.txt");
    return;
  }
  const auto marks = [](std::string_view html) {
    return std::pair(std::count(html.begin(), html.end(), '<'),
                     std::count(html.begin(), html.end(), '"'));
  };
  using enum F1Page::Reads;
  for (std::string line; std::getline(vectors, line);) {
    if (line.empty()) continue;
    CAPTURE(line);
    for (const auto reads : {kTopic, kChosen}) {
      F1Page plain = PageOf("x", reads);
      F1Page page = PageOf(line, reads);
      // Its numbers must not decide whether there is a note.
      plain.version = page.version = "";
      CHECK(marks(RenderF1Page(page)) == marks(RenderF1Page(plain)));
      page.search.reset();
      plain.search.reset();
      CHECK(marks(RenderF1Page(page)) == marks(RenderF1Page(plain)));
    }
    const std::string block =
        RenderBlocks({{kb::Paragraph{{{line, kb::Span::Style::kPlain, line}}}}}, "/");
    const bool linked = Holds(block, "<a ");
    CHECK(marks(block).first == (linked ? 4 : 2));
    if (linked) CHECK_FALSE(Holds(block, "href=\"javascript"));
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
