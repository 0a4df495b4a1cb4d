// Pages that are made to harm: bombs end soon and are refused or flattened. Scripts: tests/kb/import/script_vectors_test.cc.
#include <ctime>

#include "kb/html/limits.h"
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

}  // namespace
}  // namespace pomocnik::kb::html
