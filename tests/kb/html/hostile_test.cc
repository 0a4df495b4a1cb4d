// Pages that are made to harm: bombs end soon and are refused or flattened, scripts come out as text or not at all.
#include <cstdlib>
#include <ctime>

#include "kb/html/limits.h"
#include "kb/links.h"
#include "kb/markdown/address.h"
#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

std::string Repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string Attributes(int count) {
  std::string out = "<p";
  for (int i = 0; i < count; ++i) out += " a" + std::to_string(i) + "=1";
  return out + ">x</p>";
}

std::string FullTo(std::size_t bytes, std::string_view part) {
  return Repeated(part, bytes / part.size());
}

TEST_CASE("bombs are refused or flattened soon") {
  constexpr std::size_t kMegabyte = 1024 * 1024;
  struct Bomb {
    std::string name;
    std::string html;
    const char* error;  // empty: read
  };
  const Bomb bombs[] = {
      {"1 MB of divs", FullTo(kMegabyte, "<div>"), "more than 100000 tags"},
      {"divs within the tags", Repeated("<div>", 90'000), "elements are nested deeper than 256"},
      {"unknown elements", Repeated("<x>", 90'000), "elements are nested deeper than 256"},
      {"bold", Repeated("<b>", 90'000) + "x", "elements are nested deeper than 256"},
      {"lists", Repeated("<ul><li>", 45'000), "elements are nested deeper than 256"},
      {"tables", Repeated("<table><tr><td>", 30'000), "elements are nested deeper than 256"},
      {"items of two kinds", Repeated("<dd><li>", 45'000), "elements are nested deeper than 256"},
      {"20,000 attributes", Attributes(20'000), "an element has more than 64 attributes"},
      {"65 attributes", Attributes(65), "an element has more than 64 attributes"},
      {"64 attributes", Attributes(64), ""},
      {"many ends", "<p>x" + Repeated("</div></p></b>", 60'000), ""},
      {"ends in a deep page", Repeated("<div>", 200) + Repeated("</i>", 190'000), ""},
      {"2 MB of text", FullTo(2 * kMegabyte - 10, "beseda "), ""},
      {"one long word", std::string(2 * kMegabyte - 10, 'a'), ""},
      {"entities", FullTo(2 * kMegabyte - 10, "&amp;"), ""},
      {"open comments", FullTo(kMegabyte, "<!--"), ""},
      {"open tags", FullTo(kMegabyte, "<"), ""},
      {"an open value", "<p a=\"" + FullTo(kMegabyte, "x>"), ""},
      {"wide cells",
       Repeated("<table><tr><th>a</th><td colspan=1000000 "
                "rowspan=1000000>b</td></tr><tr><td>c</td></tr></table>",
                2000),
       ""},
      {"tall cells",
       "<table><tr><th>a<th>b</tr>" + Repeated("<tr>" + Repeated("<td rowspan=65534>x", 50), 1500) +
           "</table>",
       ""},
      {"paragraphs", FullTo(kMegabyte, "<p>x"), "more than 100000 tags"},
      {"numbers", Repeated("<p>1. x<p>2. y<p>9. z", 30'000), ""},
      {"scripts", FullTo(kMegabyte, "<script>x</script>"), ""},
      {"an open script", "<script>" + FullTo(kMegabyte, "<p>"), "more than 100000 tags"},
      {"links", FullTo(kMegabyte, "<a href=javascript:x>y</a>"), ""},
      {"a declaration with entities",
       "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
       "'&b;&b;&b;&b;&b;&b;'>]><p>&c;</p>",
       ""},
      {"an entity that is a file",
       "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>", ""},
      {"pictures before words", Repeated("<img src=a.png>", 90'000) + "x", ""},
      {"pictures behind words", "x: " + Repeated("<img src=a.png>", 90'000), ""},
      {"icons without words", Repeated("<img src=a.svg alt=b>", 90'000), ""},
      {"a long cell over many rows",
       "<table><tr><th>a<th>b<tr><td rowspan=1000>" + FullTo(kMegabyte, "beseda ") + "<td>x" +
           Repeated("<tr><td>x", 1000) + "</table>",
       ""},
      {"what rules leave out",
       Repeated("<nav></nav>", 45'000) + Repeated("<aside></aside>", 45'000), ""},
      {"a long title", "<h1>" + FullTo(kMegabyte, "beseda ") + "</h1><p>x</p>", ""},
      {"more than 2 MB", std::string(2 * kMegabyte + 1, 'a'), "larger than 2 MiB"},
  };
  for (const Bomb& bomb : bombs) {
    CAPTURE(bomb.name);
    const std::clock_t begin = std::clock();
    const Imported imported = Read(bomb.html, *BuiltInRules("plain"));
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    CHECK(seconds < 10);
    const std::string told = Print(imported.diagnostics);
    CAPTURE(told.substr(0, 200));
    CHECK((told.find("error: ") != std::string::npos) == (bomb.error[0] != '\0'));
    CHECK(told.find(bomb.error) != std::string::npos);
    for (const ImportedArticle& article : imported.articles) {
      const std::string printed = Print(article.article.blocks);
      CHECK(printed.find("root:") == std::string::npos);
      CHECK(printed.size() < 12 * bomb.html.size());
    }
  }
}

TEST_CASE("lists deeper than the limit stay as paragraphs") {
  const Imported imported = Read(Repeated("<ul><li>a", 60), "content: //body");
  REQUIRE(imported.articles.size() == 1);
  const std::string printed = Print(imported.articles[0].article.blocks);
  std::size_t lists = 0;
  for (std::size_t at = printed.find("list("); at != std::string::npos;
       at = printed.find("list(", at + 1))
    ++lists;
  CHECK(lists == kMaxListDepth);
}

// What an article may show: text anywhere, addresses only where they are checked.
struct HarmlessBlocks {
  static void Check(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(HarmlessBlocks{}, block.value);
  }
  static void Check(const std::vector<Item>& items) {
    for (const Item& item : items) Check(item.blocks);
  }
  static void Check(const Text& text) {
    for (const Span& span : text) CheckHref(span.href);
  }
  static void CheckHref(const std::string& href) {
    if (href.empty()) return;
    CAPTURE(href);
    CHECK(IsAllowedLink(href));
    CHECK(href.front() != '/');
  }
  void operator()(const Heading& heading) const { Check(heading.text); }
  void operator()(const Paragraph& paragraph) const { Check(paragraph.text); }
  void operator()(const Steps& steps) const { Check(steps.items); }
  void operator()(const List& list) const { Check(list.items); }
  void operator()(const Table& table) const {
    for (const Text& cell : table.header) Check(cell);
    for (const auto& row : table.rows) {
      for (const Text& cell : row) Check(cell);
    }
  }
  void operator()(const Callout& callout) const { Check(callout.blocks); }
  void operator()(const Code&) const {}
  void operator()(const Image& image) const {
    CAPTURE(image.source);
    const bool has_scheme = image.source.find(':') != std::string::npos;
    CHECK((IsWebAddress(image.source) || !has_scheme));
  }
  void operator()(const Link& link) const { CheckHref(link.href); }
};

// A vector alone, and in every place of a page that is read.
void CheckVector(const std::string& vector) {
  const Rules rules = BuiltIn("plain");
  const std::string pages[] = {
      vector,
      "<title>" + vector + "</title><h1>" + vector + "</h1><p>" + vector + "</p><ul><li>" + vector +
          "</li></ul><table><tr><th>a</th><th>" + vector + "</th></tr><tr><td>" + vector +
          "</td><td>x</td></tr></table><pre>" + vector + "</pre>",
      "<p><a href=\"" + vector + "\">x</a><img src=\"" + vector + "\" alt=\"" + vector +
          "\"> <a title='" + vector + "' href='" + vector + "'>y</a></p><iframe src='" + vector +
          "'></iframe><base href='" + vector + "'><link rel=canonical href='" + vector + "'>",
  };
  for (const std::string& page : pages) {
    const Imported imported =
        ReadHtmlPage(PageOf("https://a.si/b", page), rules, PublishedAt("https://a.si/"));
    for (const ImportedArticle& article : imported.articles) {
      HarmlessBlocks::Check(article.article.blocks);
      CHECK((article.article.url.empty() || IsWebAddress(article.article.url)));
      for (const std::string& alias : article.aliases) CHECK(IsWebAddress(alias));
    }
  }
}

TEST_CASE("vectors of cross-site scripting come out as text") {
  for (const char* vector : {
           "<script>alert(1)</script>",
           "<img src=x onerror=alert(1)>",
           "<img src=javascript:alert(1)>",
           "<a href=javascript:alert(1)>x</a>",
           "<a href='JaVaScRiPt:alert(1)'>x</a>",
           "<a href='java\tscript:alert(1)'>x</a>",
           "<a href=' \x01 javascript:alert(1)'>x</a>",
           "<a href='&#106;avascript&colon;alert(1)'>x</a>",
           "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
           "<a href='vbscript:msgbox(1)'>x</a>",
           "<a href='//evil.si/x'>x</a>",
           "<a href='https:/\\evil.si'>x</a>",
           "<svg/onload=alert(1)>",
           "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
           "<math href='javascript:alert(1)'>x</math>",
           "<iframe srcdoc='<script>alert(1)</script>'>",
           "<iframe src='https://youtube.evil.si/\"onload=alert(1)'>",
           "<object data='javascript:alert(1)'><embed src='javascript:alert(1)'>",
           "<form action='javascript:alert(1)'><button "
           "formaction='javascript:alert(1)'>x</button></form>",
           "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
           "<base href='javascript:alert(1)//'><a href='x'>x</a>",
           "<style>@import 'javascript:alert(1)';</style>",
           "<p style='background:url(javascript:alert(1))'>x</p>",
           "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
           "<![CDATA[<script>alert(1)</script>]]>",
           "<!--[if IE]><script>alert(1)</script><![endif]-->",
           "<scr<script>ipt>alert(1)</scr</script>ipt>",
           "\"><script>alert(1)</script>",
           "'-alert(1)-'",
           "<a href='article:vdor'>x</a>",
           "<img src='../../../etc/passwd'><img src='file:///etc/passwd'><img "
           "src='\\\\evil.si\\x.png'>",
           "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
       }) {
    CAPTURE(vector);
    CheckVector(vector);
  }
}

TEST_CASE("the vectors of a public collection come out as text") {
  // A file with a vector on each line.
  const char* file = std::getenv("POMOCNIK_XSS_VECTORS");
  if (file == nullptr) return;
  std::ifstream stream(file);
  REQUIRE(stream);
  int vectors = 0;
  for (std::string line; std::getline(stream, line); ++vectors) {
    CAPTURE(line);
    CheckVector(line);
  }
  MESSAGE(vectors << " vectors");
  CHECK(vectors > 1000);
}

}  // namespace
}  // namespace pomocnik::kb::html
