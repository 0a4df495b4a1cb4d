// The desk's routes over the real state: who may do what, what is noted, and that nothing a visitor typed becomes
// more than text.
#include "bot/http/staff/desk_routes.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "tests/bot/http/openapi.h"
#include "tests/bot/http/staff/staff_scene.h"
#include "tests/bot/store/desk_scene.h"
#include "tests/support/data_files.h"
#include "tests/support/fake_searcher.h"
#include "tests/support/fake_staff_log.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::Browser;
using testing::OpenApi;
using testing::StaffScene;

struct DeskSite {
  testing::DeskScene desk;
  testing::FakeClock clock;
  testing::RecordingLog log;
  testing::FakeStaffLog staff_log;
  std::shared_ptr<testing::FakeSearcher> searcher = std::make_shared<testing::FakeSearcher>();
  CurrentKnowledge knowledge;
  Answerer answerer{clock};
  GapFinder gaps{desk.store->desk(), answerer};
  ArticleReview articles{desk.store->desk(), desk.store->presses()};
  StaffScene staff{DeskRoutes({.store = desk.store->desk(),
                               .gaps = gaps,
                               .articles = articles,
                               .staff_log = staff_log,
                               .knowledge = knowledge,
                               .clock = clock,
                               .log = log,
                               .minutes_per_request = [] { return Result<int>(15); }})};
  Browser viewer = staff.SignedIn("bor");
  Browser curator = staff.SignedIn("cene");

  DeskSite() {
    searcher->data_files = testing::ReadDataFiles();
    kb::Article article;
    article.id = "storno-racuna";
    article.title = "Storno računa";
    searcher->Add(article);
    knowledge.Publish(*Knowledge::Open(searcher));
  }

  Json Get(const std::string& target, const std::string& schema) {
    CAPTURE(target);
    const Response response = staff.Get(viewer, target);
    CHECK_MESSAGE(response.status == 200, response.body);
    CHECK(OpenApi().CheckText(schema, response.body) == "");
    return Json::parse(response.body, nullptr, false);
  }

  // "name act object; …"
  std::string StaffLog() {
    std::string text;
    for (const auto& entry : staff_log.entries()) {
      text += (text.empty() ? "" : "; ") + entry.name + " " + entry.act + " " + entry.object;
    }
    return text;
  }
};

TEST_CASE("the desk shows gaps, articles, screens and conversations as openapi.yaml says") {
  DeskSite site;
  site.desk.Say({"c1", "t1", "2026-11-20T08:00:00Z", "Kako storniram račun?"});
  site.desk.Say({"c2", "t2", "2026-11-20T09:00:00Z", "etikete za police", "abstain"});
  site.desk.store->presses().NotePress({"2026-11-20", "icenter", "FAK.Nov", "none"});
  site.desk.Vote("t1", Helpful::kYes);  // after which what was posted before is kept
  const Json gaps = site.Get("/api/v1/staff/gaps?from=2026-11-01&to=2026-11-23", "Gaps");
  CHECK(gaps["gaps"][0]["title"] == "etikete za police");
  CHECK(gaps["gaps"][0]["trend"].size() == 5);
  CHECK(site.Get("/api/v1/staff/articles", "ReviewedArticles")["articles"][0]["helpful"] == 1);
  CHECK(site.Get("/api/v1/staff/screens", "ReviewedScreens")["screens"][0]["screen"] == "FAK.Nov");
  const Json list = site.Get("/api/v1/staff/conversations?q=racun", "Conversations");
  REQUIRE(list["conversations"].size() == 1);
  CHECK(list["conversations"][0]["id"] == "c1");
  const Json whole = site.Get("/api/v1/staff/conversations/c1", "Conversation");
  CHECK(whole["turns"][0]["vote"]["helpful"] == true);
}

TEST_CASE("looking at, exporting and erasing a conversation is noted") {
  DeskSite site;
  site.desk.Say({"c1", "t1", "2026-11-20T08:00:00Z", "sledilo"});
  site.Get("/api/v1/staff/conversations", "Conversations");
  site.Get("/api/v1/staff/conversations/c1", "Conversation");
  const Response exported = site.staff.Get(site.viewer, "/api/v1/staff/export/conversation?id=c1");
  CHECK(exported.status == 200);
  CHECK(FindHeader(exported.headers, "Content-Disposition") ==
        "attachment; filename=\"pogovor-c1.json\"");
  CHECK(OpenApi().CheckText("Conversation", exported.body) == "");
  const Response erased =
      site.staff.Post(site.curator, "/api/v1/staff/conversations/erase", R"({"id":"c1"})");
  CHECK_MESSAGE(erased.status == 200, erased.body);
  CHECK(site.StaffLog() ==
        "bor viewed conversation/c1; bor exported conversation/c1; cene erased conversation/c1");
  CHECK(site.desk.TimesOnDisk("sledilo") == 0);
  for (const char* target :
       {"/api/v1/staff/conversations/c1", "/api/v1/staff/export/conversation?id=c1",
        "/api/v1/staff/conversations/..%2f", "/api/v1/staff/export/conversation?id=%22"}) {
    CAPTURE(std::string(target));
    CHECK(site.staff.Get(site.viewer, target).status == 404);
  }
  CHECK(
      site.staff.Post(site.curator, "/api/v1/staff/conversations/erase", R"({"id":"c1"})").status ==
      404);
}

TEST_CASE("what cannot be noted is neither shown nor done") {
  DeskSite site;
  site.desk.Say({"c1", "t1", "2026-11-20T08:00:00Z", "sledilo"});
  site.staff_log.Break();
  CHECK(site.staff.Get(site.viewer, "/api/v1/staff/conversations/c1").status == 503);
  CHECK(site.staff.Get(site.viewer, "/api/v1/staff/export/conversation?id=c1").status == 503);
  CHECK(
      site.staff.Post(site.curator, "/api/v1/staff/conversations/erase", R"({"id":"c1"})").status ==
      503);
  CHECK((*site.desk.store->desk().FindConversation("c1"))->turns.size() == 1);
}

TEST_CASE("a viewer neither erases nor decides, and a wrong question is told where it is wrong") {
  DeskSite site;
  site.desk.Say({"c1", "t1", "2026-11-20T08:00:00Z", "sledilo"});
  for (const auto& [path, body] : {std::pair{"conversations/erase", R"({"id":"c1"})"},
                                   std::pair{"gaps/state", R"({"id":"a","state":"open"})"}}) {
    CHECK(site.staff.Post(site.viewer, std::string("/api/v1/staff/") + path, body).status == 403);
    CHECK(site.staff.Post({}, std::string("/api/v1/staff/") + path, body).status == 401);
    CHECK(site.staff.Post(site.curator, std::string("/api/v1/staff/") + path, "{}").status == 400);
  }
  const Response decided = site.staff.Post(site.curator, "/api/v1/staff/gaps/state",
                                           R"({"id":"etiket.polic","state":"out_of_scope"})");
  CHECK(decided.status == 200);
  CHECK(site.desk.store->desk().ListGapMarks()->front().who == "cene");
  for (const char* target :
       {"gaps?from=2026-13-01", "articles?to=yesterday", "screens?from=2026-11-02&to=2026-11-01",
        "conversations?decision=magic", "conversations?outcome=good", "export/conversation"}) {
    CAPTURE(std::string(target));
    const Response refused = site.staff.Get(site.viewer, std::string("/api/v1/staff/") + target);
    CHECK(refused.status == 400);
    CHECK(Json::parse(refused.body)["error"]["code"] == "invalid_argument");
  }
}

// The collected vectors lie beside the tree; without them a few of our own are tried.
std::vector<std::string> HostileTexts() {
  std::vector<std::string> texts = {
      "<script>alert(1)</script>",    "\"><svg onload=alert(1)>",
      "javascript:alert(1)",          "</script><script>alert(1)</script>",
      "\xE2\x80\xA8\xE2\x80\xA9<!--", "{{constructor.constructor('alert(1)')()}}"};
  std::ifstream collected(std::string(POMOCNIK_SOURCE_DIR) + "/../shared/data/xss_vectors.txt");
  for (std::string line; std::getline(collected, line);) {
    if (!line.empty() && IsValidUtf8(line)) texts.push_back(line);
  }
  return texts;
}

TEST_CASE("markup that was typed comes out as JSON text, and as nothing else") {
  DeskSite site;
  const auto texts = HostileTexts();
  std::size_t number = 0;
  for (const std::string& text : texts) {
    // As many to a conversation as one may hold.
    const std::string conversation = "c" + std::to_string(number / 200);
    site.desk.Say({.conversation = conversation,
                   .id = "t" + std::to_string(number),
                   .at = "2026-11-20T08:00:00Z",
                   .question = text,
                   .decision = "abstain",
                   .module = text});
    ++number;
  }
  std::size_t seen = 0;
  for (std::size_t i = 0; i * 200 < texts.size(); ++i) {
    const Response response =
        site.staff.Get(site.viewer, "/api/v1/staff/conversations/c" + std::to_string(i));
    REQUIRE(response.status == 200);
    CHECK(response.content_type == "application/json");
    CHECK(FindHeader(response.headers, "X-Content-Type-Options") == "nosniff");
    const Json json = Json::parse(response.body, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    for (const Json& turn : json["turns"]) {
      const std::string& text = texts[seen++];
      CHECK(turn["question"] == text);
      CHECK(turn["module"] == text);
      CHECK(turn["blocks"].is_array());
    }
  }
  CHECK(seen == texts.size());
  for (const char* target : {"gaps", "conversations"}) {
    const Response response = site.staff.Get(site.viewer, std::string("/api/v1/staff/") + target);
    CHECK(response.status == 200);
    CHECK(response.content_type == "application/json");
    CHECK_FALSE(Json::parse(response.body, nullptr, false).is_discarded());
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
