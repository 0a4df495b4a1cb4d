#include "kb/recognition/recognise.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "kb/markdown/address.h"
#include "kb/recognition/article_id.h"

namespace pomocnik::kb::recognition {
namespace {

ImportedArticle Tip(std::string title, std::string text) {
  ImportedArticle imported;
  imported.article.lang.clear();
  imported.article.title = std::move(title);
  imported.article.blocks = {PlainParagraph(std::move(text))};
  return imported;
}

void Run(ImportedArticle& imported, const SourceDefaults& defaults = {}) {
  static const Names kNames = Names::BuiltIn();
  Recognise(imported, kNames, defaults);
}

const Finding* Find(const ImportedArticle& imported, std::string_view field) {
  const auto found = std::find_if(imported.findings.begin(), imported.findings.end(),
                                  [&](const Finding& finding) { return finding.field == field; });
  return found == imported.findings.end() ? nullptr : &*found;
}

TEST_CASE("the module is told by screen, breadcrumb, title, address, then words") {
  struct Row {
    const char* title;
    const char* url;
    const char* breadcrumb;
    const char* screen;
    const char* text;
    const char* module;
  };
  const Row rows[] = {
      {"Uvod", "", "Kadrovska evidenca", "", "Besedilo.", "Kadrovska evidenca"},
      {"Uvod", "", "Obračun plač", "OST.Otrok", "Besedilo.", "Obračun plač"},
      {"Uvod", "", "", "DK.Temeljnica", "Besedilo.", "Dvostavno knjigovodstvo"},
      {"Uvod", "", "", "IDH_BLA_UVOD", "Besedilo.", "Blagajna"},
      {"Uvod", "https://h.si/help/kadrovska-evidenca-uvod", "", "", "Besedilo.",
       "Kadrovska evidenca"},
      {"Pregled", "https://h.si/help/trgovina-delovni-nalogi-pregled", "", "", "Besedilo.",
       "Večnivojski razpis proizvodnje"},
      {"E-računi", "https://h.si/help/pregled-ost", "", "", "Besedilo.", "Obračun storitev"},
      {"Vnos (FAK)", "", "", "", "Besedilo.", "Fakturiranje"},
      {"Citroën »FAK«", "", "", "", "Besedilo.", "Fakturiranje"},
      {"Osnovna sredstva: prenos po mesecih", "", "", "", "Besedilo.", "Osnovna sredstva"},
      {"Storno temeljnice", "", "", "", "Temeljnico storniramo na konto.",
       "Dvostavno knjigovodstvo"},
      {"Kosilo", "", "", "", "Starši odjavijo kosilo. Malico odjavijo prej, kosila pozneje.",
       "mojaMALICA"},
      {"Več prilog", "", "", "", "ePoštar", "ePoštar"},
      {"Unos računa", "", "", "", "U knjizi ulaznih računa unesemo iznos.", "Prejeti računi"},
      {"Nekaj", "", "", "", "Besedilo.", "Splošno"},
  };
  for (const Row& row : rows) {
    ImportedArticle imported = Tip(row.title, row.text);
    imported.article.url = row.url;
    if (*row.breadcrumb != '\0') imported.breadcrumb = {"Pomoč", row.breadcrumb};
    if (*row.screen != '\0') imported.article.f1 = {{"icenter", row.screen}};
    CAPTURE(std::string(row.title));
    CAPTURE(std::string(row.url));
    Run(imported);
    CHECK(imported.article.module == row.module);
    REQUIRE(Find(imported, "module") != nullptr);
    CHECK(Find(imported, "module")->value == row.module);
    CHECK(!Find(imported, "module")->evidence.empty());
  }
}

TEST_CASE("the kind is told by title, address, breadcrumb and build") {
  struct Row {
    const char* title;
    const char* url;
    const char* breadcrumb;
    Kind kind;
  };
  const Row rows[] = {
      {"Gumb »Knjiži«", "", "", Kind::kF1},
      {"Uvod", "https://h.si/sl/uvod-3", "", Kind::kF1},
      {"Preglednica računov", "", "", Kind::kF1},
      {"Uvod v novo leto", "", "", Kind::kTip},
      {"Naročila (zgodovina različic)", "", "", Kind::kRelease},
      {"Obračun plač", "https://h.si/help/obracun-plac-zgodovina-razlicic", "", Kind::kRelease},
      {"Zakonodaja: višja minimalna plača", "", "", Kind::kLegislation},
      {"Samoobdavčitev", "", "Zakonodaja", Kind::kLegislation},
      {"Vodnik: nova knjiga računov", "", "", Kind::kGuide},
      {"Mesečni obračun po korakih", "", "", Kind::kGuide},
      {"Splošni pogoji uporabe", "", "", Kind::kPolicy},
      {"e-Novice 218", "", "", Kind::kNewsletter},
      {"Kopiranje temeljnice", "", "", Kind::kTip},
  };
  for (const Row& row : rows) {
    ImportedArticle imported = Tip(row.title, "Besedilo.");
    imported.article.url = row.url;
    if (*row.breadcrumb != '\0') imported.breadcrumb = {row.breadcrumb};
    CAPTURE(std::string(row.title));
    Run(imported);
    CHECK(KindName(imported.article.kind) == KindName(row.kind));
  }
}

TEST_CASE("what an article is made of tells its kind, too") {
  const Steps steps{1, {{{PlainParagraph("Odpremo.")}}, {{PlainParagraph("Shranimo.")}}}};
  ImportedArticle screen = Tip("Bruto bilanca", "Izpis prikaže promet.");
  screen.article.f1 = {{"icenter", "DK.BrutoBilanca"}};
  Run(screen);
  CHECK(screen.article.kind == Kind::kF1);

  ImportedArticle how = Tip("Povezovanje plačil", "Uvozimo izpisek.");
  how.article.f1 = {{"icenter", "DK.OdprtePostavke"}};
  how.article.blocks.push_back({steps});
  Run(how);
  CHECK(how.article.kind == Kind::kTip);

  ImportedArticle releases = Tip("Skladišče", "Po vrsti.");
  releases.article.blocks.push_back({Table{{PlainSpan("Novost"), PlainSpan("Verzija")},
                                           {{PlainSpan("Kopiranje"), PlainSpan("6.25.015")}}}});
  Run(releases);
  CHECK(releases.article.kind == Kind::kRelease);
  CHECK(releases.article.version_from.empty());

  ImportedArticle stub = Tip("Uvoz", "Navodilo je v prilogi.");
  stub.attachments = {"https://h.si/uvoz.pdf"};
  Run(stub);
  CHECK(stub.article.kind == Kind::kStub);
}

TEST_CASE("the configuration goes before what is not sure") {
  SourceDefaults defaults;
  defaults.lang = "hr";
  defaults.module = "Blagajna";
  defaults.kind = Kind::kNewsletter;

  ImportedArticle unsure = Tip("Kratko", "Račun, ki");
  Run(unsure, defaults);
  CHECK(unsure.article.lang == "hr");
  CHECK(unsure.article.module == "Blagajna");
  CHECK(unsure.article.kind == Kind::kNewsletter);
  CHECK(unsure.findings.empty());

  ImportedArticle sure =
      Tip("Zakonodaja: nova lestvica",
          "Lestvica, ki smo jo vnesli, velja od 1. 1. 2026. Plače lahko tudi izračunamo, "
          "ko odpremo obračun, in če ni napak, ga potrdimo ter shranimo.");
  sure.breadcrumb = {"Obračun plač"};
  Run(sure, defaults);
  CHECK(sure.article.lang == "sl");
  CHECK(sure.article.module == "Obračun plač");
  CHECK(sure.article.kind == Kind::kLegislation);
  CHECK(sure.article.valid_from == ParseDate("2026-01-01"));
  CHECK(sure.findings.size() == 4);
}

TEST_CASE("what the source states stays, but for a language that the text is clearly not in") {
  ImportedArticle stated =
      Tip("Uvod", "Z verzijo 2024.01.001 smo dodali gumb. Navodilo velja do 1. 1. 2027.");
  stated.article.lang = "sl";
  stated.article.module = "Nekaj drugega";
  stated.article.version_from = "6.23";
  stated.article.updated = ParseDate("2020-01-01");
  stated.article.valid_to = ParseDate("2030-01-01");
  stated.kind = Kind::kGuide;
  Run(stated);
  CHECK(stated.article.module == "Nekaj drugega");
  CHECK(stated.article.version_from == "6.23");
  CHECK(stated.article.updated == ParseDate("2020-01-01"));
  CHECK(stated.article.valid_to == ParseDate("2030-01-01"));
  CHECK(stated.article.kind == Kind::kGuide);
  CHECK(stated.findings.empty());

  ImportedArticle english =
      Tip("Server settings",
          "Open the window and enter the name of the server. All users must then close "
          "the program, and the administrator can start it from the list.");
  english.article.lang = "sl";
  Run(english);
  CHECK(english.article.lang == "en");
  REQUIRE(Find(english, "lang") != nullptr);
  CHECK(Find(english, "lang")->evidence.ends_with("although the source says sl"));
}

TEST_CASE("nothing at all is a Slovene tip of no module") {
  ImportedArticle nothing;
  nothing.article.lang.clear();
  Run(nothing);
  CHECK(nothing.article.lang == "sl");
  CHECK(nothing.article.module == kNoModule);
  CHECK(nothing.article.kind == Kind::kTip);
  for (const Finding& finding : nothing.findings) CHECK(finding.confidence == 0);
}

TEST_CASE("any text is taken, and what comes out can be written") {
  std::mt19937 random(8);
  static constexpr const char* kPieces[] = {"Z verzijo ",
                                            "2023.09.001",
                                            "6.25.",
                                            "2019_04_001",
                                            "velja od ",
                                            "velja do ",
                                            "31. 12. 2026",
                                            "30.2.2024",
                                            "1/1/2025",
                                            "December 24, 2025",
                                            "2026-11-23",
                                            " ",
                                            "\n",
                                            ".",
                                            ". ",
                                            "-",
                                            "–",
                                            "č",
                                            "Š",
                                            "日本",
                                            "\u00a0",
                                            "\xF0\x9F\x98\x80",
                                            "9999999999999999999",
                                            "0",
                                            "_",
                                            "DK",
                                            "Gumb »Knjiži«",
                                            "zgodovina različic",
                                            "the",
                                            "ki",
                                            "što",
                                            "šta",
                                            "ć",
                                            "Navodilo ",
                                            "%",
                                            "(",
                                            ")",
                                            "http://a.si/b-0#c",
                                            "*",
                                            "IDH_"};
  const auto words = [&] {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    return text;
  };
  std::set<std::string> taken;
  for (int i = 0; i < 3000; ++i) {
    ImportedArticle imported = Tip(words(), words());
    imported.article.url = words();
    imported.address = words();
    imported.breadcrumb = {words(), words()};
    imported.article.f1 = {{words(), words()}};
    Run(imported);
    CHECK(imported.article.lang.size() == 2);
    CHECK_FALSE(imported.article.module.empty());
    if (imported.article.valid_from) CHECK(imported.article.valid_from->ok());
    if (imported.article.valid_to) CHECK(imported.article.valid_to->ok());
    CHECK(IsArticleId(ArticleIdFor(imported, taken)));
    for (const Finding& finding : imported.findings) {
      CHECK(finding.confidence >= 0);
      CHECK(finding.confidence <= 1);
      CHECK_FALSE(finding.evidence.empty());
    }
  }
}

}  // namespace
}  // namespace pomocnik::kb::recognition
