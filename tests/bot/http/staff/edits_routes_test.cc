#include "bot/http/staff/edits_routes.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "bot/http/staff/edits_api.h"
#include "kb/markdown/body.h"
#include "tests/bot/http/golden.h"
#include "tests/bot/http/openapi.h"
#include "tests/bot/http/staff/handler_bench.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_staff_log.h"
#include "tests/support/files.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::ErrorOf;

constexpr const char* kDobropis =
    "---\n"
    "id: fak-dobropis\n"
    "title: Dobropis za izdani račun\n"
    "module: Fakturiranje\n"
    "kind: tip\n"
    "lang: sl\n"
    "questions:\n"
    "  - Kako storniram del računa?\n"
    "---\n"
    "\n"
    "Z dobropisom zmanjšamo znesek že izdanega računa.\n"
    "\n"
    "1. V preglednici izberemo račun in kliknemo **Dobropis**.\n"
    "2. Popravimo količine.\n";

struct EditsBench {
  testing::TempFolder folder;
  testing::FakeStaffLog staff_log;
  testing::FakeClock clock;
  testing::RecordingLog log;
  kb::Editor editor{folder.path().string()};
  testing::HandlerBench routes{EditsRoutes({&editor, staff_log, clock, log})};

  EditsBench() {
    std::filesystem::create_directories(folder.path() / "articles");
    std::filesystem::create_directories(folder.path() / "lexicon");
    std::ofstream(folder.File("articles/dobropis.md")) << kDobropis;
  }

  Response Post(const std::string& what, const Json& body) const {
    return routes.Ask("POST", "edits/" + what, body.dump());
  }
  Response Get(const std::string& id) const {
    return routes.Ask("GET", "edits/article", "", {{"id", id}});
  }
  std::string Read(const std::string& name) const { return testing::ReadFile(folder.File(name)); }
};

Json NewArticle() {
  return {{"title", "Napačna davčna številka"},
          {"module", "Fakturiranje"},
          {"lang", "sl"},
          {"kind", "tip"},
          {"markdown", "Odpremo račun."},
          {"questions", {"napačna davčna", "kako popravim id"}}};
}

TEST_CASE("an article is shown as its sample says") {
  const EditsBench bench;
  const Response response = bench.Get("fak-dobropis");
  CHECK(response.status == 200);
  testing::CheckSample(response.body, "staff_edit_article.json", "EditedArticle");
  CHECK(ErrorOf(bench.Get("nobody")) == "not_found");
  CHECK(ErrorOf(bench.Get("../secret")) == "invalid_argument id");
  CHECK(ErrorOf(bench.routes.Ask("GET", "edits/article")) == "invalid_argument id");
}

TEST_CASE(
    "a new article is written with today's date, and its questions become a part of the check") {
  const EditsBench bench;
  const Response response = bench.Post("article", NewArticle());
  CHECK(response.status == 200);
  CHECK(testing::OpenApi().CheckText("SavedArticle", response.body).empty());
  CHECK(Json::parse(response.body) ==
        Json({{"id", "napacna-davcna-stevilka"}, {"file", "articles/napacna-davcna-stevilka.md"}}));
  const std::string text = bench.Read("articles/napacna-davcna-stevilka.md");
  CHECK(text.find("updated: 2026-11-23\n") != std::string::npos);
  const std::string questions = bench.Read("questions.tsv");
  CHECK(questions.find("desk-1-a\tnapacna-davcna-stevilka\tdesk\tsl\tnapačna davčna\n") !=
        std::string::npos);
  CHECK(questions.find("desk-2-a\t") != std::string::npos);
  REQUIRE(bench.staff_log.entries().size() == 1);
  CHECK(bench.staff_log.entries()[0].act == "edited");
  CHECK(bench.staff_log.entries()[0].object == "new article: Napačna davčna številka");
}

TEST_CASE("a change is made on what the person has seen") {
  const EditsBench bench;
  Json edit = Json::parse(bench.Get("fak-dobropis").body);
  edit["markdown"] = "Drugače.";
  edit["questions"].push_back("minus račun");
  CHECK(bench.Post("article", edit).status == 200);
  CHECK(bench.Read("articles/dobropis.md").ends_with("\n---\n\nDrugače.\n"));
  CHECK(bench.staff_log.entries().back().object == "article/fak-dobropis");
  const std::string questions = bench.Read("questions.tsv");
  CHECK(questions.find("\tminus račun\n") != std::string::npos);
  CHECK(questions.find("storniram") == std::string::npos);  // was there before
  CHECK(ErrorOf(bench.Post("article", edit)) == "conflict");
}

TEST_CASE("an article becomes the topic of a screen, and stays that of others") {
  const EditsBench bench;
  Json edit = Json::parse(bench.Get("fak-dobropis").body);
  edit["f1"] = {"icenter:FAK.Dobropisi", "mojinfo:MI.Racuni"};
  CHECK(bench.Post("article", edit).status == 200);
  edit.erase("revision");
  edit["f1"] = {"FAK.Dobropisi", "FAK.Racun"};
  CHECK(bench.Post("article", edit).status == 200);
  CHECK(bench.Read("articles/dobropis.md")
            .find("f1: [FAK.Dobropisi, \"mojinfo:MI.Racuni\", FAK.Racun]\n") != std::string::npos);
}

TEST_CASE("the field that is wrong is named, and nothing is written") {
  struct Row {
    const char* field;
    Json value;
  };
  const Row rows[] = {{"title", ""},       {"title", "\t"},       {"title", 7},
                      {"module", nullptr}, {"lang", "slo"},       {"kind", "novel"},
                      {"markdown", " "},   {"markdown", nullptr}, {"questions", "one"},
                      {"questions", {1}},  {"questions", {"  "}}, {"id", "../a"},
                      {"f1", "FAK.Racun"}, {"f1", {"a b"}},       {"f1", {"icenter:"}}};
  for (const Row& row : rows) {
    const EditsBench bench;
    Json edit = NewArticle();
    edit[row.field] = row.value;
    const Response response = bench.Post("article", edit);
    CHECK(response.status == 400);
    CHECK(ErrorOf(response) == std::string("invalid_argument ") + row.field);
    CHECK(bench.staff_log.entries().empty());
  }
}

TEST_CASE("a question is added to its article and to the check") {
  const EditsBench bench;
  const Json edit = {{"article", "fak-dobropis"}, {"question", "  kako   naredim minus račun? "}};
  const Response response = bench.Post("question", edit);
  CHECK(response.status == 200);
  CHECK(Json::parse(response.body) == Json({{"file", "articles/dobropis.md"}}));
  CHECK(bench.Read("articles/dobropis.md").find("  - kako naredim minus račun?\n") !=
        std::string::npos);
  CHECK(bench.Read("questions.tsv").find("\tfak-dobropis\tdesk\tsl\tkako naredim minus račun?\n") !=
        std::string::npos);
  CHECK(ErrorOf(bench.Post("question", {{"article", "nobody"}, {"question", "x"}})) == "not_found");
  CHECK(ErrorOf(bench.Post("question", {{"article", "fak-dobropis"}})) ==
        "invalid_argument question");
}

TEST_CASE("a word gets the file of its language") {
  const EditsBench bench;
  const Json word = {{"word", "minus račun"}, {"means", "dobropis"}, {"lang", "sl"}};
  const Response response = bench.Post("synonym", word);
  CHECK(response.status == 200);
  CHECK(testing::OpenApi().CheckText("EditedFile", response.body).empty());
  CHECK(Json::parse(response.body) == Json({{"file", "lexicon/added_synonyms.yaml"}}));
  struct Row {
    const char* field;
    const char* value;
  };
  for (const auto& [field, value] :
       {Row{"word", ""}, Row{"means", "\x01"}, Row{"lang", "de"}, Row{"means", "minus račun"}}) {
    Json edit = word;
    edit[field] = value;
    CHECK(ErrorOf(bench.Post("synonym", edit)) == std::string("invalid_argument ") + field);
  }
  std::ofstream(bench.folder.File("lexicon/added_synonyms.yaml")) << "- [broken\n";
  CHECK(bench.Post("synonym", word).status == 409);
}

TEST_CASE("a preview draws the blocks and tells what is dropped") {
  const EditsBench bench;
  const Response response = bench.Post(
      "preview",
      {{"markdown",
        "Napačno davčno številko popravimo z **dobropisom**.\n\n1. Odpremo račun.\n2. Kliknemo "
        "Dobropis.\n\n> **POZOR:** Računa ne brišemo.\n\n<div>x</div>\n"}});
  testing::CheckSample(response.body, "staff_preview.json", "Preview");
  CHECK(bench.Post("preview", Json::object()).status == 200);
}

TEST_CASE("what cannot be noted is not written") {
  EditsBench bench;
  bench.staff_log.Break();
  CHECK(bench.Post("article", NewArticle()).status == 503);
  CHECK(bench.Post("question", {{"article", "fak-dobropis"}, {"question", "x"}}).status == 503);
  CHECK(bench.Post("synonym", {{"word", "a"}, {"means", "b"}, {"lang", "sl"}}).status == 503);
  CHECK(bench.Read("articles/dobropis.md") == kDobropis);
  CHECK_FALSE(std::filesystem::exists(bench.folder.File("articles/napacna-davcna-stevilka.md")));
}

TEST_CASE("without a folder every route says how editing is turned on") {
  testing::FakeStaffLog staff_log;
  const testing::FakeClock clock;
  testing::RecordingLog log;
  const auto routes = EditsRoutes({nullptr, staff_log, clock, log});
  const testing::HandlerBench bench(routes);
  for (const StaffRoute& route : routes) {
    const std::string path = route.path.substr(std::string("/api/v1/staff/").size());
    const Response response = bench.Ask(route.method, path, "{}");
    CHECK(response.status == 409);
    CHECK(ErrorOf(response) == "editing_off");
    CHECK(response.body.find("kb: DIR") != std::string::npos);
    CHECK(route.least == Role::kCurator);
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
