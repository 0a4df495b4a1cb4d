#include "kb/html_help/html_help.h"

#include <doctest/doctest.h>

#include "tests/kb/html_help/help_files.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::html_help {
namespace {

const SourceDefaults kDefaults{.source = "help",
                               .address = "https://help.icenter.si/pomoc/",
                               .module = {},
                               .lang = {},
                               .kind = {}};

std::string Print(const Imported& imported) {
  std::string out;
  for (const ImportedArticle& entry : imported.articles) {
    out += entry.article.url + " " + entry.article.title;
    if (entry.kind) out += " " + std::string(KindName(*entry.kind));
    for (const std::string& name : entry.breadcrumb) out += " >" + name;
    for (const ScreenRef& screen : entry.article.f1)
      out += " f1=" + screen.app + ":" + screen.screen;
    for (const std::string& tag : entry.article.tags) out += " tag=" + tag;
    out += " | " + kb::Print(entry.article.blocks) + "\n";
  }
  for (const Screen& screen : imported.screens) {
    out += screen.app + ":" + screen.id + "=" +
           (screen.number ? std::to_string(*screen.number) : "-") + " " + screen.title + "\n";
  }
  return out + kb::Print(imported.diagnostics);
}

std::string ReadTexts(const NamedTexts& texts) {
  const auto documents = DocumentsOf(texts);
  return Print(Read(documents, PlainRules(), kDefaults));
}

TEST_CASE("a project gives pages with their chapters, keywords and screens") {
  CHECK(ReadTexts(SmallProject()) ==
        "https://help.icenter.si/pomoc/html/racun.htm Račun f1 >Fakturiranje f1=icenter:IDH_RACUN "
        "f1=icenter:IDH_CENE "
        "tag=izdaja računa tag=cenik | p(Račun izdamo kupcu.)\n"
        "https://help.icenter.si/pomoc/html/uvod.htm Pomoč f1 f1=icenter:IDH_UVOD | p(Pozdravljeni "
        "v pomoči.)\n"
        "icenter:IDH_UVOD=1000 Pomoč\nicenter:IDH_RACUN=2000 Račun\nicenter:IDH_CENE=2001 Cene na "
        "računu\n");
}

TEST_CASE("what is wrong with a project is told, and the rest is read") {
  NamedTexts texts = {{"a.hhp",
                       "[ALIAS]\nIDH_A=a.htm\nIDH_A=b.htm\nIDH_B=nic.htm\nIDH "
                       "C=a.htm\nsamo\nIDH_D=https://a.si/\nIDH_E=a.htm\n"
                       "[MAP]\n#include \"ni.h\"\n#define IDH_A 7\n#define IDH_E 7\n#define IDH_X "
                       "8\n#define BREZ\n"},
                      {"a.htm", PageOf("A", "a")}};
  CHECK(ReadTexts(texts) ==
        "https://help.icenter.si/pomoc/a.htm A f1 f1=icenter:IDH_A f1=icenter:IDH_E | p(a)\n"
        "icenter:IDH_A=7 A\nicenter:IDH_E=- A\n"
        "a.hhp:3: warning: 'IDH_A' is in [ALIAS] twice\n"
        "a.hhp:6: warning: this line of [ALIAS] is no NAME=file\n"
        "a.hhp:10: warning: 'ni.h' is included but not there\n"
        "a.hhp:4: warning: 'IDH_B' leads to a page that is not there\n"
        "a.hhp:5: warning: 'IDH C' is no name of a screen\n"
        "a.hhp:7: warning: 'IDH_D' leads to a page that is not there\n"
        "a.hhp:8: warning: 'IDH_E' has a number that another has already\n"
        "a.hhp: warning: numbers without a topic: IDH_X\n");
}

TEST_CASE("headers that include each other end") {
  CHECK(ReadTexts({{"a.hhp", "[MAP]\n#include \"a.h\"\n"},
                   {"a.h", "#include \"b.h\"\n"},
                   {"b.h", "#include \"a.h\"\n#include \"b.h\"\n#define IDH_A 1\n"},
                   {"a.htm", PageOf("A", "a")}})
            .find("numbers without a topic: IDH_A") != std::string::npos);
}

TEST_CASE("a name whose quotes are not closed is told whole") {
  CHECK(ReadTexts({{"a.hhp", "[MAP]\n#include \"a\x9A\n"}, {"a.htm", PageOf("A", "a")}})
            .find("'aš' is included but not there") != std::string::npos);
}

TEST_CASE("pages alone are read, too; nothing at all is an error") {
  CHECK(ReadTexts({{"a.htm", PageOf("A", "a")}}) ==
        "https://help.icenter.si/pomoc/a.htm A | p(a)\na.htm: warning: no keys of a program lead "
        "to the pages of this help\n");
  CHECK(ReadTexts({}).find("error: the help has no pages that could be read") != std::string::npos);
}

TEST_CASE("contents of any depth end quickly") {
  NamedTexts texts = {{"a.htm", PageOf("A", "a")}, {"a.hhc", {}}};
  for (int i = 0; i < 50'000; ++i)
    texts[1].second += "<UL><LI><OBJECT type='text/sitemap'><param name=Name value=x>";
  CHECK(ReadTexts(texts).find("a.hhc") != std::string::npos);
}

TEST_CASE("markup in names, keywords and titles is text") {
  NamedTexts texts = SmallProject();
  for (auto& [name, text] : texts) {
    if (name.ends_with(".hhk"))
      text = SitemapOf(SitemapItem("&lt;script&gt;alert(1)&lt;/script&gt;", "html/uvod.htm"));
  }
  CHECK(ReadTexts(texts).find("tag=<script>alert(1)</script>") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::kb::html_help
