#include "bot/http/page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "bot/http/html.h"

namespace pomocnik::bot::http {
namespace {

kb::Block Paragraph(kb::Text text) { return {kb::Paragraph{std::move(text)}}; }

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_CASE("text is escaped for HTML") {
  CHECK(EscapeHtml("<a href=\"x\" title='y'>&</a>č") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;č");
}

TEST_CASE("text is escaped for an address") {
  CHECK(EscapeUrl("a b/č?&#%") == "a%20b%2F%C4%8D%3F%26%23%25");
  CHECK(EscapeUrl("fakt.racun-1_~") == "fakt.racun-1_~");
}

TEST_CASE("every block has its markup") {
  struct Row {
    kb::Block block;
    std::string_view html;
  };
  const kb::Text text = {{"a<b", kb::Span::Style::kPlain, ""}};
  const Row rows[] = {
      {{kb::Heading{3, "x\"", text}}, "<h3 id=\"x&quot;\">a&lt;b</h3>\n"},
      {Paragraph({{"s", kb::Span::Style::kStrong, ""},
                  {"e", kb::Span::Style::kEmphasis, ""},
                  {"c", kb::Span::Style::kCode, ""}}),
       "<p><strong>s</strong><em>e</em><code>c</code></p>\n"},
      {{kb::Steps{3, {{{Paragraph(text)}}}}},
       "<ol class=\"steps\" start=\"3\">\n<li><p>a&lt;b</p>\n</li>\n</ol>\n"},
      {{kb::List{{{{Paragraph(text)}}}}}, "<ul>\n<li><p>a&lt;b</p>\n</li>\n</ul>\n"},
      {{kb::Table{{text}, {{text}}}},
       "<div class=\"table\"><table>\n<thead><tr><th scope=\"col\">a&lt;b</th></tr>\n</thead>\n"
       "<tbody>\n<tr><td>a&lt;b</td></tr>\n</tbody>\n</table></div>\n"},
      {{kb::Callout{kb::Callout::Tone::kWarning, "<PAZI>", {Paragraph(text)}}},
       "<div class=\"callout warning\" role=\"note\">\n<p class=\"label\">&lt;PAZI&gt;</p>\n"
       "<p>a&lt;b</p>\n</div>\n"},
      {{kb::Code{"1 < 2"}}, "<pre><code>1 &lt; 2</code></pre>\n"},
      {{kb::Image{"/media/a.png", "\"a\""}},
       "<p><img src=\"/media/a.png\" alt=\"&quot;a&quot;\" loading=\"lazy\"></p>\n"},
      {{kb::Image{"https://evil.test/a.png", "a"}}, "<p>a</p>\n"},
      {{kb::Link{"https://a.test/?a=1&b=2", "l"}},
       "<p class=\"link\"><a href=\"https://a.test/?a=1&amp;b=2\" rel=\"noopener noreferrer\">l</a>"
       "</p>\n"},
  };
  for (const Row& row : rows) CHECK(RenderBlocks({row.block}, "/?article=") == row.html);
}

TEST_CASE("a link leads to an article, a safe address or nowhere") {
  struct Row {
    std::string_view href;
    std::string_view html;
  };
  const Row rows[] = {
      {"article:a-b", "<p><a href=\"/?article=a-b\">x</a></p>\n"},
      {"article:a\"b", "<p><a href=\"/?article=a%22b\">x</a></p>\n"},
      {"/media/a.pdf", "<p><a href=\"/media/a.pdf\">x</a></p>\n"},
      {"mailto:a@b.si", "<p><a href=\"mailto:a@b.si\" rel=\"noopener noreferrer\">x</a></p>\n"},
      {"javascript:alert(1)", "<p>x</p>\n"},
      {" javascript:alert(1)", "<p>x</p>\n"},
      {"JAVASCRIPT:alert(1)", "<p>x</p>\n"},
      {"data:text/html,x", "<p>x</p>\n"},
      {"//evil.test/", "<p>x</p>\n"},
      {"/\\evil.test/", "<p>x</p>\n"},
      {"vbscript:x", "<p>x</p>\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.href);
    CHECK(RenderBlocks({Paragraph({{"x", kb::Span::Style::kPlain, std::string(row.href)}})},
                       "/?article=") == row.html);
  }
}

index::ArticleInfo Topic(std::string id, std::string title) {
  index::ArticleInfo info;
  info.id = std::move(id);
  info.title = std::move(title);
  info.module = "M";
  return info;
}

F1Page PageWith(index::ScreenMatch match, std::vector<index::ArticleInfo> articles) {
  F1Page page;
  page.app = "icenter";
  page.screen = "fakt.<b>";
  page.topics.match = match;
  page.topics.articles = std::move(articles);
  page.portal_url = "https://portal.example/?a=1&b=2";
  page.portal_label = "Oddaj <zahtevek>";
  return page;
}

TEST_CASE("the page says which level of the screens matched") {
  struct Row {
    index::ScreenMatch match;
    std::string_view said;
  };
  const Row rows[] = {
      {index::ScreenMatch::kScreen, "Pomoč za zaslon »fakt.&lt;b&gt;«."},
      {index::ScreenMatch::kParent, "To je pomoč za zaslon, ki mu pripada."},
      {index::ScreenMatch::kModule, "To so članki njegovega modula."},
      {index::ScreenMatch::kNone, "Za zaslon »fakt.&lt;b&gt;« še ni pomoči."},
  };
  for (const Row& row : rows) CHECK(Holds(RenderF1Page(PageWith(row.match, {})), row.said));
}

TEST_CASE("the chat on the page knows where it is asked from") {
  CHECK(Holds(RenderF1Page(PageWith(index::ScreenMatch::kScreen, {})),
              "data-app=\"icenter\" data-screen=\"fakt.&lt;b&gt;\"></script>"));
}

TEST_CASE("several topics are a list of links to the same page, each with its article") {
  const std::string html = RenderF1Page(
      PageWith(index::ScreenMatch::kScreen, {Topic("a", "Prvi <1>"), Topic("b", "Drugi")}));
  CHECK(
      Holds(html, "<a href=\"/f1/icenter/fakt.%3Cb%3E?lang=sl&amp;article=a\">Prvi &lt;1&gt;</a>"));
  CHECK(Holds(html, "article=b\">Drugi</a>"));
  CHECK_FALSE(Holds(html, "<article"));
}

TEST_CASE("a topic is shown whole, the others listed below it, and the way out always") {
  F1Page page = PageWith(index::ScreenMatch::kScreen, {Topic("a", "A"), Topic("b", "B")});
  page.article = kb::Article{};
  page.article->id = "a";
  page.article->title = "A & A";
  page.article->module = "M";
  page.article->updated = ParseDate("2026-05-12");
  page.article->url = "https://example.si/a";
  page.article->blocks = {Paragraph({{"besedilo", kb::Span::Style::kPlain, ""}})};
  const std::string html = RenderF1Page(page);
  CHECK(Holds(html, "<h1>A &amp; A</h1>"));
  CHECK(Holds(html, "<time datetime=\"2026-05-12\">"));
  CHECK(Holds(html, "<p>besedilo</p>"));
  CHECK(Holds(html, "href=\"https://example.si/a\""));
  CHECK(Holds(html, "article=b\">B</a>"));
  CHECK_FALSE(Holds(html, "article=a\">"));
  CHECK(Holds(html, "href=\"https://portal.example/?a=1&amp;b=2\">Oddaj &lt;zahtevek&gt;</a>"));
}

TEST_CASE("no known vector becomes markup, wherever a page shows text") {
  std::ifstream vectors(POMOCNIK_SOURCE_DIR "/../shared/data/xss_vectors.txt");
  if (!vectors) {
    MESSAGE("skipped: no xss_vectors.txt");
    return;
  }
  F1Page page = PageWith(index::ScreenMatch::kNone, {});
  page.screen = "";
  const std::string empty = RenderF1Page(page);
  const auto tags = [](std::string_view html) { return std::count(html.begin(), html.end(), '<'); };
  for (std::string line; std::getline(vectors, line);) {
    CAPTURE(line);
    page.screen = line;
    const std::string html = RenderF1Page(page);
    CHECK(tags(html) == tags(empty));
    const std::string block =
        RenderBlocks({Paragraph({{line, kb::Span::Style::kPlain, line}})}, "/");
    const bool linked = Holds(block, "<a ");
    CHECK(tags(block) == (linked ? 4 : 2));
    if (linked) CHECK_FALSE(Holds(block, "href=\"javascript"));
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
