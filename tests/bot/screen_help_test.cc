#include "bot/screen_help.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_searcher.h"

namespace pomocnik::bot {
namespace {

TEST_CASE("a programmer's name is read as the words it is made of") {
  struct Row {
    std::string_view name;
    std::string_view words;
  };
  const Row rows[] = {
      {"UvozIzpiskov", "Uvoz Izpiskov"},
      {"PP.UvozIzpiskov", "PP Uvoz Izpiskov"},
      {"TfrmUvozIzpiskov", "Uvoz Izpiskov"},
      {"frm_uvoz_izpiskov2", "uvoz izpiskov"},
      {"btnKnjizi", "Knjizi"},
      {"DDVObracun", "DDV Obracun"},
      {"GUMB", "GUMB"},
      {"ŠifrantDavkov", "Šifrant Davkov"},
      {"račun-vnos", "račun vnos"},
      {"a.b", ""},
      {"1203", ""},
      {"", ""},
      {"<script>", "script"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(WordsOfName(row.name) == row.words);
  }
}

// A knowledge base of which screens are said what they open, and texts what they find.
struct HelpScene {
  std::shared_ptr<testing::FakeSearcher> searcher = std::make_shared<testing::FakeSearcher>();
  testing::FakeClock clock;

  HelpScene() {
    searcher->data_files = testing::ReadDataFiles();
    Add("uvoz", kb::Kind::kF1);
    Add("izpisek", kb::Kind::kTip);
    Add("banka", kb::Kind::kTip);
    Add("placilo", kb::Kind::kF1);
  }

  void Add(std::string id, kb::Kind kind) {
    kb::Article article;
    article.title = "O " + id;
    article.id = std::move(id);
    article.module = "Plačilni promet";
    article.kind = kind;
    searcher->Add(article);
  }

  void Opens(const std::string& screen, index::ScreenMatch match,
             std::initializer_list<std::string_view> ids) {
    index::ScreenTopics topics;
    topics.match = match;
    for (const auto id : ids) topics.articles.push_back(searcher->HitOn(id).article);
    searcher->screens["icenter/" + screen] = topics;
  }

  void Finds(const std::string& text, double confidence, double lead,
             std::initializer_list<std::string_view> ids) {
    index::SearchResult found;
    for (const auto id : ids) found.hits.push_back(searcher->HitOn(id));
    found.confidence = confidence;
    found.features.lead = lead;
    searcher->results[text] = found;
  }

  ScreenHelp Help(std::string screen, std::string title = "") const {
    const auto knowledge = Knowledge::Open(searcher);
    REQUIRE(knowledge);
    auto help =
        FindScreenHelp({"icenter", std::move(screen), std::move(title)}, **knowledge, clock.Now());
    REQUIRE(help);
    return *std::move(help);
  }
};

std::string Ids(const ScreenHelp& help) {
  std::string ids;
  for (const auto& article : help.topics.articles) ids += (ids.empty() ? "" : " ") + article.id;
  return ids;
}

TEST_CASE("one topic, or the only one written for F1, is shown whole") {
  struct Row {
    const char* screen;
    const char* shown;
  };
  HelpScene scene;
  using enum index::ScreenMatch;
  scene.Opens("ena", kScreen, {"banka"});
  scene.Opens("ena-f1", kScreen, {"uvoz", "izpisek", "banka"});
  scene.Opens("dve-f1", kScreen, {"uvoz", "placilo", "banka"});
  scene.Opens("brez-f1", kParent, {"izpisek", "banka"});
  scene.Opens("obrazec", kParent, {"uvoz", "banka"});
  scene.Opens("modul", kModule, {"uvoz", "banka"});
  const Row rows[] = {
      {"ena", "banka"}, {"ena-f1", "uvoz"},  {"dve-f1", ""},
      {"brez-f1", ""},  {"obrazec", "uvoz"}, {"modul", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.screen);
    const ScreenHelp help = scene.Help(row.screen, "Uvoz izpiskov");
    CHECK(help.shown == row.shown);
    CHECK(help.modules.empty());
  }
}

TEST_CASE("a screen that nothing is known of is searched for by its title, then by its name") {
  HelpScene scene;
  scene.Finds("Uvoz izpiskov", 0.95, 0.5, {"uvoz", "banka"});
  scene.Finds("Plačila", 0.6, 0.2, {"placilo", "banka", "izpisek", "uvoz"});
  scene.Finds("Uvoz Bank", 0.95, 0.5, {"banka"});
  scene.Finds("Nekaj", 0.1, 0.5, {"banka"});

  const ScreenHelp sure = scene.Help("X1", "Uvoz izpiskov");
  CHECK(sure.topics.match == index::ScreenMatch::kSearch);
  CHECK(Ids(sure) == "uvoz");
  CHECK(sure.shown == "uvoz");

  const ScreenHelp likely = scene.Help("X1", "Plačila");
  CHECK(likely.topics.match == index::ScreenMatch::kSearch);
  CHECK(Ids(likely) == "placilo banka izpisek");
  CHECK(likely.shown == "");

  const ScreenHelp by_name = scene.Help("TfrmUvozBank", "Nekaj");
  CHECK(by_name.topics.match == index::ScreenMatch::kSearch);
  CHECK(Ids(by_name) == "banka");
  CHECK(by_name.modules.empty());
}

TEST_CASE("when nothing is found the program's modules are the start") {
  HelpScene scene;
  scene.Finds("Nekaj", 0.1, 0.5, {"banka"});
  for (const char* screen : {"Nekaj", "", "1203", "<b>"}) {
    CAPTURE(screen);
    const ScreenHelp help = scene.Help(screen, "Nekaj");
    CHECK(help.topics.match == index::ScreenMatch::kNone);
    CHECK(Ids(help) == "");
    CHECK(help.shown == "");
    REQUIRE(help.modules.size() == 1);
    CHECK(help.modules[0].module == "Plačilni promet");
    CHECK(help.modules[0].articles == 4);
  }
}

TEST_CASE("an index that fails is an error, not a miss") {
  HelpScene scene;
  const auto knowledge = Knowledge::Open(scene.searcher);
  REQUIRE(knowledge);
  scene.searcher->failure = Error::Internal("disk on fire");
  CHECK_FALSE(FindScreenHelp({"icenter", "x", ""}, **knowledge, scene.clock.Now()));
}

}  // namespace
}  // namespace pomocnik::bot
