#include "kb/html/page.h"

#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

constexpr const char* kRules = R"(
content: "//div[@id='vsebina']"
title: "//h1"
noise: "//*[has-class('meni')]"
text_noise: [Natisni, " | Pomoč"]
breadcrumb: "//nav/a"
skip_breadcrumb: [Domov]
date: "//*[@id='datum']"
screens: "//@data-f1"
tags: "//meta[@name='keywords']/@content"
aliases: "//a[has-class('staro')]/@href"
lang: "/html/@lang"
)";

// The only article of a page; the test fails when there are more or fewer.
ImportedArticle Only(Imported imported, const std::string& diagnostics = "") {
  CHECK(Print(imported.diagnostics) == diagnostics);
  REQUIRE(imported.articles.size() == 1);
  return std::move(imported.articles[0]);
}

TEST_CASE("a page is read by the rules of its host") {
  const ImportedArticle read = Only(
      Read("<html lang=sl-SI><head><title>Blagajna | Pomoč</title><link rel=canonical "
           "href='/p/blagajna'>"
           "<link rel=shortlink href=/node/7><meta name=keywords content='gotovina, "
           "blagajna'></head><body>"
           "<nav><a>Domov</a> › <a>Finance</a> › <a>Blagajna</a> › <a>Uvod v blagajno</a></nav>"
           "<div id=vsebina data-f1='BLA.Glavni; mojinfo:MI.X'><h1>Uvod v <b>blagajno</b></h1><ul "
           "class=meni><li>Meni</ul>"
           "<p>Vodimo gotovino.</p><p>Natisni</p><p><a class=staro href='/stara'>Stara stran</a> "
           "je tam.</p></div>"
           "<p id=datum>Posodobljeno 3. 4. 2024</p></body></html>",
           kRules));
  const Article& article = read.article;
  CHECK(article.title == "Uvod v blagajno");
  CHECK(Print(article.blocks) == "p(Vodimo gotovino.) p(<https://a.si/stara|Stara stran> je tam.)");
  CHECK(article.url == "https://a.si/p/blagajna");
  CHECK(article.lang == "sl");
  CHECK(article.f1 == std::vector<ScreenRef>{{"icenter", "BLA.Glavni"}, {"mojinfo", "MI.X"}});
  CHECK(article.tags == std::vector<std::string>{"gotovina, blagajna"});
  REQUIRE(article.updated);
  CHECK(FormatDate(*article.updated) == "2024-04-03");
  CHECK(article.id.empty());
  CHECK(read.address == "https://a.si/b/c");
  CHECK(read.aliases ==
        std::vector<std::string>{"https://a.si/b/c", "https://a.si/node/7", "https://a.si/stara"});
  CHECK(read.breadcrumb == std::vector<std::string>{"Finance", "Blagajna"});
  CHECK_FALSE(read.kind);
}

TEST_CASE("the title is the rules', then the first heading's, then the head's") {
  struct Row {
    const char* html;
    const char* title;
    const char* blocks;
  };
  for (const auto& [html, title, blocks] : {
           Row{"<title>A</title><h2>B</h2><h1>C</h1><p>x</p>", "B", "h2#c(C) p(x)"},
           Row{"<title>A | Pomoč</title><p>x</p>", "A", "p(x)"},
           Row{"<title>A</title><h1>C</h1><p>x</p>", "C", "p(x)"},
           Row{"<title>A</title><h1></h1><p>x</p>", "A", "p(x)"},
           Row{"<p>x</p>", "c", "p(x)"},
       }) {
    CAPTURE(html);
    const ImportedArticle read =
        Only(Read(html, "content: //body\ntitle: //h2\ntext_noise: [' | Pomoč']"));
    CHECK(read.article.title == title);
    CHECK(Print(read.article.blocks) == blocks);
  }
}

TEST_CASE("a page without a title is named after the end of its address, else after all of it") {
  const auto title = [](const char* address) {
    const Imported imported = ReadHtmlPage(PageOf(address, "<p>a"), RulesOf("content: //body"),
                                           PublishedAt("https://a.si/"));
    REQUIRE(imported.articles.size() == 1);
    return imported.articles[0].article.title;
  };
  CHECK(title("https://a.si/b/c.html?d") == "c.html");
  CHECK(title("https://a.si/?p=7") == "https://a.si/?p=7");
  CHECK(title("https://a.si/b/") == "https://a.si/b/");
}

TEST_CASE("links are resolved against the base, the canonical address or the page's") {
  const char* body = "<p>Glejte <a href='x'>tja</a>.</p><p><img src='i/y.png'></p>";
  const auto printed = [&](const char* head, const char* address, const char* published) {
    const Imported imported = ReadHtmlPage(PageOf(address, std::string(head) + body),
                                           RulesOf("content: //body"), PublishedAt(published));
    return imported.articles.empty() ? "" : Print(imported.articles[0].article.blocks);
  };
  CHECK(printed("", "https://b.si/c/d", "https://a.si") ==
        "p(Glejte <https://b.si/c/x|tja>.) image(https://b.si/c/i/y.png|)");
  CHECK(printed("", "m/d.html", "https://a.si/p") ==
        "p(Glejte <https://a.si/p/m/x|tja>.) image(m/i/y.png|)");
  CHECK(printed("", "m/d.html", "") == "p(Glejte tja.) image(m/i/y.png|)");
  CHECK(printed("<link rel=canonical href='https://k.si/help/d'>", "m/d.html", "https://a.si") ==
        "p(Glejte <https://k.si/help/x|tja>.) image(m/i/y.png|)");
  CHECK(printed("<base href='../../'>", "sl/t/d.html", "https://a.si/7/") ==
        "p(Glejte <https://a.si/7/x|tja>.) image(i/y.png|)");
  CHECK(printed("<base href='https://z.si/q/'>", "m/d.html", "https://a.si/") ==
        "p(Glejte <https://z.si/q/x|tja>.) image(https://z.si/q/i/y.png|)");
  CHECK(printed("<link rel=canonical href='javascript:x'>", "m/d.html", "https://a.si/") ==
        "p(Glejte <https://a.si/m/x|tja>.) image(m/i/y.png|)");
}

TEST_CASE("a page without content is a warning, and so is one that the rules do not fit") {
  for (const char* html :
       {"", "<body></body>", "<div><p>x</p></div>", "<div id=vsebina><h1>Naslov</h1></div>"}) {
    CAPTURE(html);
    const Imported imported = Read(html, kRules);
    CHECK(imported.articles.empty());
    CHECK(Print(imported.diagnostics) == "https://a.si/b/c: warning: no content is found\n");
  }
}

TEST_CASE("of several contents all are read, none twice") {
  const ImportedArticle read = Only(Read(
      "<h1>N</h1><div class=d><p>a</p><div class=d><p>b</p></div></div><div class=d><p>c</p></div>",
      "content: [\"//main\", \"//div[has-class('d')]\"]"));
  CHECK(Print(read.article.blocks) == "p(a) p(b) p(c)");
}

TEST_CASE("rules say what boxes, headings, steps, lines, code and icons are") {
  const ImportedArticle read =
      Only(Read("<title>N</title><div class=box><p>Pazi.</p></div><div class=box><p><b>Nasvet:</b> "
                "F4</p></div>"
                "<p class=h>Podnaslov</p><div class=k>1. Ena<br>več</div><div "
                "class=k>Dve</div><p>vmes</p><ul><li class=k>Tri</li></ul>"
                "<div class=v><p>a</p><p>b</p></div><p class=c>x = 1</p><p class=c>y = "
                "2</p><p><span class=m>Meni</span> <span class=c>z</span></p>"
                "<img class=i src=s.png alt=S><table "
                "class=t><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
                "<p hidden class=s>vidno</p>",
                R"(content: //body
callouts: [{select: "//div[@class='box']", tone: warning, label: Opozorilo}]
headings: [{select: "//p[@class='h']", level: 3}]
steps: "//*[@class='k']"
lines: "//div[@class='v']"
code: "//*[@class='c']"
strong: "//span[@class='m']"
icons: "//img[@class='i']"
layout: "//table[@class='t']"
shown: "//*[@class='s']")"));
  CHECK(Print(read.article.blocks) ==
        "warning[Opozorilo](p(Pazi.)) tip[Nasvet](p(F4)) h3#podnaslov(Podnaslov) "
        "steps1(p(Ena\nveč); p(Dve)) p(vmes) "
        "steps1(p(Tri)) p(a b) code(x = 1\ny = 2) p(*Meni* `z`) p([ikona: S]) p(1) p(2) p(3) p(4) "
        "p(vidno)");
}

TEST_CASE("kinds are told for all pages or for some") {
  const char* rules = "content: //body\nkind:\n  - {kind: release, when: \"//table\"}\n  - f1";
  CHECK(Only(Read("<p>x</p>", rules)).kind == Kind::kF1);
  CHECK(Only(Read("<p>x</p><table></table>", rules)).kind == Kind::kRelease);
}

TEST_CASE("a few words beside a file are a stub, a whole text is not") {
  const char* link = "<p>V prilogi je postopek.</p><p><a href='/d/navodilo.pdf'>Navodilo</a></p>";
  const ImportedArticle stub = Only(Read(link, "content: //body\nkind: f1"));
  CHECK(stub.kind == Kind::kStub);
  CHECK(stub.attachments == std::vector<std::string>{"https://a.si/d/navodilo.pdf"});
  std::string words;
  for (int i = 0; i < 80; ++i) words += " beseda";
  const ImportedArticle whole = Only(Read(link + words, "content: //body\nkind: f1"));
  CHECK(whole.kind == Kind::kF1);
  CHECK(whole.attachments.empty());
  CHECK(Only(Read("<p class=s>x</p>", "content: //body\nstub: //*[@class='s']")).kind ==
        Kind::kStub);
}

TEST_CASE("a list of tips becomes an article for each, by their heads") {
  const Imported imported = Read(
      "<title>Nasveti</title><p>Uvod</p><h2>Blagajna</h2><h3 id=prvi>Prvi</h3><p>a</p><h3>Drugi "
      "<i>(2. 3. 2020)</i></h3><p>b</p>"
      "<h2>Plače</h2><h3>Prvi</h3><p>c</p><h3>Prazen</h3>",
      "content: //body\nitems: {select: //h3, group: //h2, date: i}");
  CHECK(Print(imported.diagnostics) ==
        "https://a.si/b/c:1: warning: an item without a title or content is left out\n");
  REQUIRE(imported.articles.size() == 3);
  const auto& [first, second, third] =
      std::tie(imported.articles[0], imported.articles[1], imported.articles[2]);
  CHECK(first.article.title == "Prvi");
  CHECK(first.address == "https://a.si/b/c#prvi");
  CHECK(first.article.url == "https://a.si/b/c#prvi");
  CHECK(first.breadcrumb == std::vector<std::string>{"Blagajna"});
  CHECK(Print(first.article.blocks) == "p(a)");
  CHECK(FormatDate(second.article.updated.value_or(Date{})) == "2020-03-02");
  CHECK(second.article.url == "https://a.si/b/c");
  CHECK(third.address == "https://a.si/b/c#prvi-2");
  CHECK(third.breadcrumb == std::vector<std::string>{"Plače"});
}

TEST_CASE("a list of tips becomes an article for each, by the elements around them") {
  const Imported imported = Read(
      "<div class=n id=n1><b class=t>Prvi</b><i>Modul</i><p>a</p></div><p>vmes</p><div class=n><b "
      "class=t>Drugi</b><p>b</p></div>",
      "content: //body\nnoise: //i\nitems: {select: \"//div[@class='n']\", title: "
      "\".//*[@class='t']\", group: .//i}");
  REQUIRE(imported.articles.size() == 2);
  CHECK(imported.articles[0].article.title == "Prvi");
  CHECK(imported.articles[0].breadcrumb == std::vector<std::string>{"Modul"});
  CHECK(Print(imported.articles[0].article.blocks) == "p(a)");
  CHECK(imported.articles[1].address == "https://a.si/b/c#drugi");
}

TEST_CASE("a page where the rules find no items is one article") {
  CHECK(Only(Read("<h1>N</h1><p>x</p>", "content: //body\nitems: {select: //h3}")).article.title ==
        "N");
}

TEST_CASE("heads over items are headings where there are no items") {
  const ImportedArticle read = Only(Read("<title>N</title><h2>Ena</h2><p>x</p><h2>Ena</h2><p>y</p>",
                                         "content: //body\nitems: {select: //h3, group: //h2}"));
  CHECK(Print(read.article.blocks) == "h2#ena(Ena) p(x) h2#ena-2(Ena) p(y)");
}

TEST_CASE("pages in Windows-1250 are read in their characters") {
  CHECK(Only(Read("<meta charset=windows-1250><title>Pla\xE8"
                  "e</title><p>\x8Aola za \x9Eupana</p>",
                  "content: //body"))
            .article.title == "Plače");
}

}  // namespace
}  // namespace pomocnik::kb::html
