#include "kb/newsletter/issue.h"

#include <doctest/doctest.h>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::newsletter {
namespace {

SourceDefaults News() {
  SourceDefaults defaults;
  defaults.source = "news";
  defaults.address = "https://a.example/news/";
  return defaults;
}

Imported Read(std::string bytes, std::string address = "7.html") {
  return ReadIssue({std::move(address), "", "", std::move(bytes), {}}, News());
}

// "anchor|title|section: blocks", a line an item.
std::string Items(const Imported& imported) {
  std::string items;
  for (const ImportedArticle& item : imported.articles) {
    items += item.address.substr(item.address.find('#') + 1) + "|" + item.article.title + "|" +
             (item.breadcrumb.empty() ? "" : item.breadcrumb[0]) + ": " +
             Print(item.article.blocks) + "\n";
  }
  return items;
}

TEST_CASE("an issue laid out in a table falls into its items") {
  const Imported imported = Read(R"(<!doctype html><title>Novice, št. 7</title>
<table role="presentation"><tr><td><p>Novice</p><p>Št. 7 | 3. 11. 2026</p>
<p><a href="https://a.example/n/7">Odpri v brskalniku</a></p></td></tr>
<tr><td><p>V tej številki:</p><ul><li><a href="#n1">Rabati</a></li></ul></td></tr>
<tr><td><h2 id="n1">Rabati</h2><p>Fakturiranje</p><p>Rabat vpišemo na dokument.</p>
<ol><li>Odpremo račun.</li><li>Vpišemo rabat.</li></ol></td></tr>
<tr><td><h2 id="n2">Zakonodaja: lestvica</h2><p>Plače</p><p>Velja do 31. 12. 2026.</p></td></tr>
<tr><td><p>Novice ste prejeli, ker ste nanje naročeni.</p><p>© iCenter</p></td></tr></table>)");
  CHECK(imported.diagnostics.empty());
  CHECK(Items(imported) ==
        "n1|Rabati|Fakturiranje: p(Rabat vpišemo na dokument.) steps1(p(Odpremo račun.); p(Vpišemo "
        "rabat.))\n"
        "n2|Zakonodaja: lestvica|Plače: p(Velja do 31. 12. 2026.)\n");
  const ImportedArticle& first = imported.articles[0];
  CHECK(first.address == "7.html#n1");
  CHECK(first.kind == Kind::kNewsletter);
  CHECK(first.article.issue == 7);
  CHECK(FormatDate(*first.article.updated) == "2026-11-03");
  CHECK(first.article.url == "https://a.example/n/7#n1");
  CHECK_FALSE(first.article.valid_to);
  const ImportedArticle& second = imported.articles[1];
  CHECK(second.kind == Kind::kLegislation);
  CHECK(FormatDate(*second.article.valid_to) == "2026-12-31");
}

TEST_CASE("headings of a section with items of their own name the section") {
  CHECK(Items(Read(
            "<h1>Novice</h1><p>Št. 7</p><h2>Zakonodaja</h2><h3>Lestvica</h3><p>Nova je.</p>"
            "<h3>Regres</h3><p>Višji je.</p><h2>Nasveti</h2><h3>Rabati</h3><p>Vpišemo.</p>")) ==
        "lestvica|Lestvica|Zakonodaja: p(Nova je.)\n"
        "regres|Regres|Zakonodaja: p(Višji je.)\n"
        "rabati|Rabati|Nasveti: p(Vpišemo.)\n");
}

TEST_CASE("headings within an item stay in it") {
  CHECK(Items(Read(
            "<h2>Rabati</h2><p>Trije so.</p><h3>Prvi</h3><p>Ta.</p><h2>Dopust</h2><p>Je.</p>")) ==
        "rabati|Rabati|: p(Trije so.) h3#prvi(Prvi) p(Ta.)\n"
        "dopust|Dopust|: p(Je.)\n");
}

TEST_CASE("without headings rules and strong paragraphs divide") {
  CHECK(Items(Read("<p>Spoštovani!</p><hr><p><b>Rabati</b></p><p>Vpišemo jih.</p><hr>"
                   "<p>Dopust oddamo sami. Prej ga ni.</p><hr><p>Odjava od e-novic</p>")) ==
        "rabati|Rabati|: p(Vpišemo jih.)\n"
        "dopust-oddamo-sami|Dopust oddamo sami|: p(Dopust oddamo sami. Prej ga ni.)\n");
  CHECK(Items(Read("<p>Lepo pozdravljeni.</p><p><strong>Rabati</strong></p><p>Vpišemo jih.</p>"
                   "<p><b>Dopust</b></p><p>Oddamo ga.</p>")) ==
        "rabati|Rabati|: p(Vpišemo jih.)\n"
        "dopust|Dopust|: p(Oddamo ga.)\n");
}

TEST_CASE("an issue of one item is one item") {
  CHECK(Items(Read("<h1>Novice</h1><h3>Rabati</h3><p>Vpišemo jih.</p>")) ==
        "rabati|Rabati|: p(Vpišemo jih.)\n");
}

TEST_CASE("a masthead that looks like an item is none") {
  const Imported imported = Read(
      "<h2>E-novice št. 9</h2><p>3. 11. 2026</p><h2>V tej številki</h2><ul><li>Rabati</li></ul>"
      "<h2>Rabati</h2><p>Vpišemo jih.</p><h2>Odjava</h2><p>Kliknite tu.</p>");
  CHECK(Items(imported) == "rabati|Rabati|: p(Vpišemo jih.)\n");
  CHECK(imported.articles[0].article.issue == 9);
  CHECK(FormatDate(*imported.articles[0].article.updated) == "2026-11-03");
}

TEST_CASE("items of one title, and of one id, have different addresses") {
  CHECK(
      Items(Read(
          "<h2 id='a'>Rabati</h2><p>1</p><h2 id='a'>Rabati</h2><p>2</p><h2>Rabati</h2><p>3</p>")) ==
      "a|Rabati|: p(1)\nrabati|Rabati|: p(2)\nrabati-2|Rabati|: p(3)\n");
}

TEST_CASE("a mail is read by its HTML, else by its plain text") {
  const std::string head =
      "From: a@b.example\nSubject: =?utf-8?q?Novice=2C_=C5=A1t=2E_7?=\n"
      "Date: Tue, 03 Nov 2026 09:00:00 +0100\nMIME-Version: 1.0\n";
  const Imported html =
      Read(head +
               "Content-Type: multipart/alternative; boundary=i\n\n--i\n\nplain\n--i\n"
               "Content-Type: text/html; charset=windows-1250\n\n"
               "<h2 id=a>Ra\xe8uni</h2><p>\x8a"
               "e.</p><h2>Dopust</h2><p>Je.</p>\n--i--\n",
           "7.eml");
  CHECK(Items(html) == "a|Računi|: p(Še.)\ndopust|Dopust|: p(Je.)\n");
  CHECK(html.articles[0].article.issue == 7);
  CHECK(FormatDate(*html.articles[0].article.updated) == "2026-11-03");
  CHECK(html.articles[0].article.url.empty());

  const Imported plain =
      Read(head +
               "Content-Type: text/plain; charset=utf-8\n\n"
               "NOVICE, št. 7 | 3. 11. 2026\n\nRABATI\nFakturiranje\n\nVpišemo jih.\n\n"
               "1. Odpremo.\n2. Vpišemo.\n\n---\n\nDOPUST\n\nOddamo ga.\n\n---\n"
               "Odjava od e-novic: https://a.example/odjava\n",
           "7.eml");
  CHECK(Items(plain) ==
        "rabati|RABATI|Fakturiranje: p(Vpišemo jih.) steps1(p(Odpremo.); p(Vpišemo.))\n"
        "dopust|DOPUST|: p(Oddamo ga.)\n");
}

TEST_CASE("a picture that only the mail holds is left out") {
  const Imported imported = Read(
      "From: a\nContent-Type: text/html\n\n<h2>A</h2><p>x</p><p><img src='cid:1@b' alt='Okno' "
      "width=400 "
      "height=300></p><h2>B</h2><p>y</p>",
      "7.eml");
  REQUIRE(imported.articles.size() == 2);
  for (const Block& block : imported.articles[0].article.blocks) {
    CHECK_FALSE(std::holds_alternative<Image>(block.value));
  }
}

TEST_CASE("what has no item is refused") {
  for (const char* bytes :
       {"", "   ", "<html></html>", "From: a\n\n", "From: a\nContent-Type: image/png\n\nx"}) {
    CAPTURE(bytes);
    const Imported imported = Read(bytes);
    CHECK(imported.articles.empty());
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(imported.diagnostics[0].severity == Severity::kError);
  }
}

}  // namespace
}  // namespace pomocnik::kb::newsletter
