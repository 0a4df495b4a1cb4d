#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

std::vector<FragmentPart> Split(std::string_view html, const char* heads) {
  Diagnostics diagnostics;
  Reporter reporter("a.html", diagnostics);
  const auto fragment = Fragment::Parse(html, "https://a.si/b/c", reporter);
  REQUIRE(fragment);
  return fragment->Split(*Selector::Compile(heads), reporter);
}

TEST_CASE("a newsletter is divided at its heads") {
  const auto parts = Split(
      "<p>Spoštovani!</p>"
      "<h2 id='prva'><a href='/novice/1'>Nova  verzija</a></h2><p>Izšla "
      "je.</p><ul><li>hitrejša</li></ul>"
      "<h2>Praznik</h2><p>V petek ne delamo.</p>",
      "//h2");
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].title.empty());
  CHECK(Print(parts[0].blocks) == "p(Spoštovani!)");
  CHECK(parts[1].title == "Nova verzija");
  CHECK(parts[1].anchor == "prva");
  CHECK(parts[1].link == "https://a.si/novice/1");
  CHECK(Print(parts[1].blocks) == "p(Izšla je.) list(p(hitrejša))");
  CHECK(parts[2].title == "Praznik");
  CHECK(Print(parts[2].blocks) == "p(V petek ne delamo.)");
}

TEST_CASE("heads in tables that arrange divide too, those in lists do not") {
  const auto parts = Split(
      "<table><tr><td class=naslov>Ena</td></tr><tr><td>a</td></tr><tr><td "
      "class=naslov>Dve</td></tr><tr><td>b"
      "<ul><li><b class=naslov>c</b></li></ul></td></tr></table>",
      "//*[has-class('naslov')]");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].title == "Ena");
  CHECK(Print(parts[0].blocks) == "p(a)");
  CHECK(parts[1].title == "Dve");
  CHECK(Print(parts[1].blocks) == "p(b) list(p(*c*))");
}

TEST_CASE("anchors of headings are unique within a part") {
  const auto parts = Split("<h2>A</h2><h3>Uvod</h3>x<h2>B</h2><h3>Uvod</h3>y", "//h2");
  REQUIRE(parts.size() == 2);
  CHECK(Print(parts[0].blocks) == Print(Split("<h2>A</h2><h3>Uvod</h3>x", "//h2")[0].blocks));
  CHECK(Print(parts[1].blocks) == "h3#uvod(Uvod) p(y)");
}

TEST_CASE("a fragment is divided in one way after the other") {
  Diagnostics diagnostics;
  Reporter reporter("a.html", diagnostics);
  const auto fragment =
      Fragment::Parse("<h2>A</h2><h3>B</h3>x<h3>C</h3>y", "https://a.si/b/c", reporter);
  REQUIRE(fragment);
  CHECK(fragment->Split(*Selector::Compile("//h2"), reporter).size() == 1);
  CHECK(fragment->Split(*Selector::Compile("//h3"), reporter).size() == 3);
  CHECK(fragment->Split(*Selector::Compile("//h2"), reporter).size() == 1);
}

TEST_CASE("without heads there is one part, without content none") {
  CHECK(Split("<p>a</p>", "//h2").size() == 1);
  CHECK(Split("", "//h2").empty());
  CHECK(Split("<script>x</script>", "//h2").empty());
}

TEST_CASE("without a base, links that are not absolute are text and pictures stay relative") {
  Diagnostics diagnostics;
  Reporter reporter("a.html", diagnostics);
  const auto blocks = ReadHtmlFragment(
      "<p><a href='b.htm'>tu</a> in <a href='https://c.si/'>tam</a></p><p><img "
      "src='slike/okno%201.png'></p>",
      "", reporter);
  CHECK(Print(blocks) == "p(tu in <https://c.si/|tam>) image(slike/okno 1.png|)");
  CHECK(diagnostics.empty());
}

TEST_CASE("a title that comes as HTML is plain text") {
  CHECK(PlainTextOfHtml("Gumb &raquo;<b>Knjiži</b>&laquo;&nbsp; ") == "Gumb »Knjiži«");
  CHECK(PlainTextOfHtml("a &lt; b") == "a < b");
  CHECK(PlainTextOfHtml("").empty());
}

TEST_CASE("a fragment that is no text is refused") {
  Diagnostics diagnostics;
  Reporter reporter("a.html", diagnostics);
  CHECK(ReadHtmlFragment("<p>\xFF</p>", "", reporter).empty());
  CHECK_FALSE(Fragment::Parse("<p>\xFF</p>", "", reporter));
  CHECK(Print(diagnostics) ==
        "a.html: error: is no text in UTF-8\n"
        "a.html: error: is no text in UTF-8\n");
}

}  // namespace
}  // namespace pomocnik::kb::html
