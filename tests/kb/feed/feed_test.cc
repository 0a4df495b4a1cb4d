#include "kb/feed/feed.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::feed {
namespace {

SourceDefaults News() {
  SourceDefaults defaults;
  defaults.source = "news";
  defaults.address = "https://a.example/news/";
  return defaults;
}

Imported Read(std::string bytes) {
  return ReadFeed({"https://a.example/rss.xml", "", "", std::move(bytes), {}}, News());
}

// "address|title|day|lang: blocks", a line an item.
std::string Items(const Imported& imported) {
  std::string items;
  for (const ImportedArticle& item : imported.articles) {
    items += item.address + "|" + item.article.title + "|" +
             (item.article.updated ? FormatDate(*item.article.updated) : "") + "|" +
             item.article.lang + ": " + Print(item.article.blocks) + "\n";
  }
  return items;
}

TEST_CASE("each item of an RSS feed is an article") {
  const Imported imported = Read(R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Novice</title><language>sl-SI</language>
<item><title>Rabati &amp;amp; &lt;b&gt;popusti&lt;/b&gt;</title><link>https://a.example/1</link>
<pubDate>Thu, 05 Jun 2025 23:59:00 +0200</pubDate><category>Fakturiranje</category><category/>
<description>Kratko.</description>
<content:encoded><![CDATA[<p>Rabat <b>vpišemo</b>.</p><ol><li>Ena</li><li>Dve</li></ol>]]></content:encoded></item>
<item><title>Dopust</title><guid isPermaLink="false">x-7</guid>
<description>&lt;p&gt;Glejte &lt;a href="2"&gt;navodila&lt;/a&gt;.&lt;/p&gt;</description></item>
</channel></rss>)");
  CHECK(imported.diagnostics.empty());
  CHECK(Items(imported) ==
        "https://a.example/1|Rabati & popusti|2025-06-05|sl: p(Rabat *vpišemo*.) steps1(p(Ena); "
        "p(Dve))\n"
        "https://a.example/rss.xml#x-7|Dopust||sl: p(Glejte "
        "<https://a.example/2|navodila>.)\n");
  CHECK(imported.articles[0].article.url == "https://a.example/1");
  CHECK(imported.articles[0].breadcrumb == std::vector<std::string>{"Fakturiranje"});
  CHECK_FALSE(imported.articles[0].kind);
  CHECK(imported.articles[1].article.url.empty());
}

TEST_CASE("each entry of an Atom feed is an article") {
  const Imported imported = Read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sl"
 xml:base="/blog/"><title>Dnevnik</title>
<entry xml:lang="en"><title type="html">A &amp;lt; B</title><id>urn:1</id>
<link rel="self" href="x.xml"/><link rel="alternate" href="1"/>
<published>2025-01-01T00:00:00Z</published><updated>2025-02-01T00:00:00Z</updated>
<category term="x" label="Plače"/><summary>Short</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; <em>two</em></p></div></content></entry>
<entry><title>Golo besedilo</title><id>urn:2</id><published>2025-01-02T00:00:00Z</published>
<content>1 &lt; 2 &amp; 3</content></entry></feed>)");
  CHECK(imported.diagnostics.empty());
  CHECK(Items(imported) ==
        "https://a.example/blog/1|A < B|2025-02-01|en: p(One & _two_)\n"
        "https://a.example/rss.xml#urn:2|Golo besedilo|2025-01-02|sl: p(1 < 2 & 3)\n");
  CHECK(imported.articles[0].breadcrumb == std::vector<std::string>{"Plače"});
}

TEST_CASE("RSS 1.0 has its items beside the channel") {
  const Imported imported = Read(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='https://a.example/'><title>N</title></channel>"
      "<item rdf:about='https://a.example/1'><title>A</title><description>B</description>"
      "<dc:date>2025-06-05T10:00:00Z</dc:date></item></rdf:RDF>");
  CHECK(Items(imported) == "https://a.example/1|A|2025-06-05|: p(B)\n");
}

TEST_CASE("a saved feed is where its source is published") {
  const Imported imported =
      ReadFeed({"2025/rss.xml",
                "",
                "",
                "<rss><channel><item><title>A</title><guid>7</guid><description>B <a "
                "href='c'>d</a></description></item></channel></rss>",
                {}},
               News());
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].address == "https://a.example/news/7");
}

TEST_CASE("an item of law states its kind and until when it holds") {
  const Imported imported = Read(
      "<rss><channel><item><title>Zakonodaja: lestvica</title><link>https://a.example/1</link>"
      "<description>Lestvica velja do 31. 12. 2026.</description></item></channel></rss>");
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].kind == Kind::kLegislation);
  CHECK(FormatDate(*imported.articles[0].article.valid_to) == "2026-12-31");
}

TEST_CASE("items without a title, content or address of their own are left out with a warning") {
  const Imported imported = Read(
      "<rss><channel><item><description>A</description></item><item><title>B</title></item>"
      "<item><title>C</title><link>https://a.example/1</link><description>C</description></item>"
      "<item><title>D</title><link>https://a.example/1</link><description>D</description></item>"
      "</channel></rss>");
  CHECK(imported.articles.size() == 1);
  REQUIRE(imported.diagnostics.size() == 3);
  CHECK(imported.diagnostics[0].message == "item 1 has no title");
  CHECK(imported.diagnostics[2].severity == Severity::kWarning);
}

TEST_CASE("a feed without items is no error, what is no feed is") {
  CHECK(Read("<rss><channel><title>N</title></channel></rss>").diagnostics.empty());
  for (const char* bytes :
       {"", "<html><body/></html>", "<urlset/>", "<feed><entry/></feed>", "{}"}) {
    CAPTURE(bytes);
    const Imported imported = Read(bytes);
    CHECK(imported.articles.empty());
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(imported.diagnostics[0].severity == Severity::kError);
  }
}

TEST_CASE("a feed of too many items is refused") {
  std::string rss = "<rss><channel>";
  for (int i = 0; i < 5'001; ++i) rss += "<item><title>A</title></item>";
  const Imported imported = Read(rss + "</channel></rss>");
  CHECK(imported.articles.empty());
  CHECK(imported.diagnostics.size() == 1);
}

TEST_CASE("markup that would become script is text, or is gone") {
  for (const char* hostile : {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
                              "<a href='javascript:alert(1)'>a</a>", "<svg onload=alert(1)>",
                              "<iframe src='https://evil.example'></iframe>"}) {
    CAPTURE(hostile);
    std::string escaped;
    for (const char* c = hostile; *c != 0; ++c) escaped += *c == '<' ? "&lt;" : std::string(1, *c);
    const Imported imported =
        Read("<rss><channel><item><title>T " + escaped +
             "</title><link>javascript:alert(1)</link><guid>1</guid><description>x " + escaped +
             "</description></item></channel></rss>");
    REQUIRE(imported.articles.size() == 1);
    const Article& article = imported.articles[0].article;
    CHECK(article.url.empty());
    const std::string blocks = Print(article.blocks);
    for (const char* bad : {"script", "onerror", "onload", "evil"}) {
      CHECK(blocks.find(bad) == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace pomocnik::kb::feed
