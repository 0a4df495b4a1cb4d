#include "index/fts/screen_table.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/index/fts/fixture.h"

namespace pomocnik::index {
namespace {

using testing::ArticleOf;

// FAK has a tip and an F1 page, DK only screens without one, OLD a module without a root.
kb::Library Library() {
  kb::Library library;
  library.articles = {
      ArticleOf("dk-saldo", "Saldo", "Knjigovodstvo", "", "Saldo konta."),
      ArticleOf("dobropis", "Dobropis", "Fakturiranje", "f1: [FAK.Dobropisi]\n", "Dobropis."),
      ArticleOf("id: dobropisi\ntitle: Pregled\nmodule: Fakturiranje\nkind: f1\nlang: sl\n"
                "f1: [FAK.Dobropisi]\n",
                "Preglednica dobropisov."),
      ArticleOf("gumb", "Gumb Tiskaj", "Fakturiranje", "f1: [FAK.Dobropisi.Tiskaj]\n", "Tiskanje."),
      ArticleOf("staro", "Staro", "Arhiv", "", "Staro."),
      ArticleOf("vnos", "Vnos", "Portal", "f1: [\"portal:P.Vnos\"]\n", "Vnos v portal."),
  };
  library.screens = {
      {"icenter", "DK", 1200, "Knjigovodstvo", "Knjigovodstvo", ""},
      {"icenter", "DK.Temeljnica", 1203, "Temeljnica", "Knjigovodstvo", "DK"},
      {"icenter", "FAK", 5200, "Fakturiranje", "Fakturiranje", ""},
      {"icenter", "FAK.Dobropisi", 5203, "Dobropisi", "Fakturiranje", "FAK"},
      {"icenter", "FAK.Vrstica", {}, "Vrstica dobropisa", "Fakturiranje", "FAK.Dobropisi"},
      {"icenter", "OLD.Pregled", {}, "Pregled arhiva", "Arhiv", ""},
      {"icenter", "PRAZEN", {}, "Prazen", "Prazen modul", ""},
      {"portal", "P.Vnos", {}, "Vnos", "Portal", ""},
  };
  library.data_files = {testing::DataFileOfTheTree("policy/confidence.yaml")};
  return library;
}

struct ScreenScene {
  testing::IndexFixture fixture;
  std::shared_ptr<const Searcher> searcher;

  ScreenScene() {
    fixture.Build(Library());
    searcher = fixture.OpenNewest();
  }

  ScreenTopics Find(const std::string& app, const std::string& screen) const {
    auto topics = searcher->FindScreen(app, screen);
    REQUIRE(topics);
    return *topics;
  }
};

std::string Ids(const std::vector<ArticleInfo>& articles) {
  std::string ids;
  for (const ArticleInfo& article : articles) ids += (ids.empty() ? "" : " ") + article.id;
  return ids;
}

TEST_CASE("a screen, the form it is on, and its module are tried in turn") {
  struct Row {
    const char* screen;
    const char* match;
    const char* form;    // its id; "": none
    const char* topics;  // ids
  };
  const Row rows[] = {
      {"FAK.Dobropisi", "screen", "", "dobropisi dobropis"},
      {"fak.DOBROPISI", "screen", "", "dobropisi dobropis"},
      {"5203", "screen", "", "dobropisi dobropis"},
      {"FAK.Dobropisi.Tiskaj", "screen", "", "gumb"},
      // What is listed has the parent that the list names.
      {"FAK.Vrstica", "parent", "FAK.Dobropisi", "dobropisi dobropis"},
      // What is not listed belongs to what stands before its dots.
      {"FAK.Dobropisi.Gumb", "parent", "FAK.Dobropisi", "dobropisi dobropis"},
      {"FAK.Dobropisi.Zavihek.Gumb.X", "parent", "FAK.Dobropisi", "dobropisi dobropis"},
      {"FAK.Dobropisi.", "parent", "FAK.Dobropisi", "dobropisi dobropis"},
      {"FAK.Dobropisi.Tiskaj.Ikona", "parent", "", "gumb"},
      {"5203.7", "parent", "FAK.Dobropisi", "dobropisi dobropis"},
      {"FAK.Vrstica.Gumb", "parent", "FAK.Dobropisi", "dobropisi dobropis"},
      // The module, by the screen, by the form, by what screens of it are called, by its own name.
      {"FAK", "module", "", "dobropisi dobropis gumb"},
      {"DK.Temeljnica", "module", "", "dk-saldo"},
      {"1203", "module", "", "dk-saldo"},
      {"DK.Temeljnica.Gumb", "module", "", "dk-saldo"},
      {"DK.Nekaj", "module", "", "dk-saldo"},
      {"OLD.Nekaj.Drugega", "module", "", "staro"},
      {"OLD", "module", "", "staro"},
      {"knjigovodstvo", "module", "", "dk-saldo"},
      {"Knjigovodstvo.Gumb", "module", "", "dk-saldo"},
      // Nothing.
      {"PRAZEN", "none", "", ""},
      {"OL", "none", "", ""},
      {"FAKTURA", "none", "", ""},
      {"FAK Dobropisi", "none", "", ""},
      {"9999", "none", "", ""},
      {"", "none", "", ""},
      {".", "none", "", ""},
      {"..FAK", "none", "", ""},
      {".FAK.Dobropisi", "none", "", ""},
  };
  const ScreenScene scene;
  for (const Row& row : rows) {
    CAPTURE(row.screen);
    const ScreenTopics topics = scene.Find("icenter", row.screen);
    CHECK(MatchName(topics.match) == row.match);
    CHECK((topics.form ? topics.form->id : "") == row.form);
    CHECK(Ids(topics.articles) == row.topics);
  }
}

TEST_CASE("the module is known as soon as anything of a name is") {
  const ScreenScene scene;
  for (const char* screen :
       {"FAK.Dobropisi", "FAK.Dobropisi.Gumb", "FAK", "FAK.Nekaj", "FAK.Dobropisi.Tiskaj"}) {
    CAPTURE(screen);
    CHECK(scene.Find("icenter", screen).module == "Fakturiranje");
  }
  CHECK(scene.Find("icenter", "PRAZEN").module == "Prazen modul");
  CHECK(scene.Find("icenter", "neznan").module == "");
}

TEST_CASE("screens of one program are unknown in another") {
  const ScreenScene scene;
  CHECK(scene.Find("portal", "FAK.Dobropisi").match == ScreenMatch::kNone);
  CHECK(scene.Find("ICENTER", "FAK.Dobropisi").match == ScreenMatch::kScreen);
  CHECK(scene.Find("portal", "p.vnos").match == ScreenMatch::kScreen);
  CHECK(scene.Find("portal", "5203").match == ScreenMatch::kNone);
}

TEST_CASE("an id of dots only, or a very long one, is looked up like any other") {
  const ScreenScene scene;
  CHECK(scene.Find("icenter", std::string(2000, '.')).match == ScreenMatch::kNone);
  std::string deep = "FAK.Dobropisi";
  for (int i = 0; i < 500; ++i) deep += ".a";
  CHECK(scene.Find("icenter", deep).match == ScreenMatch::kParent);
}

// "app:module articles, …"
std::string Listed(const ScreenScene& scene, const std::string& app) {
  std::string text;
  for (const ModuleInfo& module : scene.searcher->ListModules(app)) {
    text += (text.empty() ? "" : ", ") + module.app + ":" + module.module + " " +
            std::to_string(module.articles);
  }
  return text;
}

TEST_CASE("a program's modules are listed, those with the most articles first") {
  const ScreenScene scene;
  CHECK(Listed(scene, "icenter") ==
        "icenter:Fakturiranje 3, icenter:Arhiv 1, icenter:Knjigovodstvo 1");
  CHECK(Listed(scene, "PORTAL") == "portal:Portal 1");
  const std::string all =
      "icenter:Fakturiranje 3, icenter:Arhiv 1, icenter:Knjigovodstvo 1, portal:Portal 1";
  CHECK(Listed(scene, "") == all);
  CHECK(Listed(scene, "neznan") == all);
}

TEST_CASE("the articles of a module are listed, F1 pages first") {
  const ScreenScene scene;
  CHECK(Ids(scene.searcher->ListArticles("Fakturiranje")) == "dobropisi dobropis gumb");
  CHECK(Ids(scene.searcher->ListArticles("Neznan")) == "");
  CHECK(Ids(scene.searcher->ListArticles("")) == "");
}

}  // namespace
}  // namespace pomocnik::index
