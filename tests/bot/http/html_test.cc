#include "bot/http/html.h"

#include <doctest/doctest.h>

#include "tests/support/paragraphs.h"

namespace pomocnik::bot::http {
namespace {

using testing::Paragraph;

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

TEST_CASE("a link and an attribute are escaped") {
  CHECK(Attribute("title", "a\"b'<") == " title=\"a&quot;b&#39;&lt;\"");
  CHECK(Link("/f1?a=1&b=\"", "x<y", Attribute("lang", "sl")) ==
        "<a lang=\"sl\" href=\"/f1?a=1&amp;b=&quot;\">x&lt;y</a>");
}

}  // namespace
}  // namespace pomocnik::bot::http
