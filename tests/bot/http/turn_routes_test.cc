#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/bot/http/openapi.h"
#include "tests/bot/http/route_site.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::OpenApi;
using testing::RouteSite;

// A site on which a question was not answered, so that there is a draft.
struct Drafted {
  RouteSite site;
  Json reply = Ask();
  Headers secret = {{"X-Conversation-Secret", reply["conversation"]["secret"]}};

  Json Ask() {
    index::SearchResult nothing;
    nothing.terms = {{.word = "zmaj", .lemma = "zmaj", .read_as = ""}};
    site.searcher->results["Kje je zmaj?"] = nothing;
    site.Publish();
    return Json::parse(
        site.Post("/api/v1/chat", R"({"message":"Kje je zmaj?","key":"key-00000001"})").body);
  }

  std::string Body(Json members) const {
    members["turn"] = reply["turn"];
    return members.dump();
  }
};

TEST_CASE("a draft is there, and the visitor's wording of it is kept and shown as kept") {
  Drafted draft;
  CHECK(draft.reply["handoff"]["draft"]["title"] == "Kje je zmaj?");
  CHECK(draft.reply["verdict"]["verdict"] == "free");
  const Response kept = draft.site.Post(
      "/api/v1/draft", draft.Body({{"title", "Zmaj"}, {"text", "Kličite 041 123 456."}}),
      draft.secret);
  CHECK(kept.status == 200);
  CHECK(OpenApi().CheckText("DraftReply", kept.body) == "");
  CHECK(Json::parse(kept.body)["text"] == "Kličite [telefon].");
  CHECK(Json::parse(kept.body)["removed"] == "Odstranili smo: 1 telefonsko številko.");
}

TEST_CASE("copying a draft and opening the portal are noted once") {
  Drafted draft;
  for (const char* event : {"draft_copied", "portal_opened", "draft_copied"}) {
    const Response noted =
        draft.site.Post("/api/v1/draft-event", draft.Body({{"event", event}}), draft.secret);
    CHECK(noted.status == 200);
    CHECK(OpenApi().CheckText("FeedbackReply", noted.body) == "");
  }
  CHECK(draft.site.store.draft_events().size() == 2);
}

TEST_CASE("a draft can be changed by its own conversation only, and a failing store is said") {
  Drafted draft;
  const std::string edit = draft.Body({{"title", "a"}, {"text", "b"}});
  const std::string event = draft.Body({{"event", "draft_copied"}});
  const Headers wrong = {{"X-Conversation-Secret", "x"}};
  CHECK(draft.site.Post("/api/v1/draft", edit, wrong).status == 404);
  CHECK(draft.site.Post("/api/v1/draft-event", event, wrong).status == 404);
  draft.site.store.Break();
  CHECK(draft.site.Post("/api/v1/draft", edit, draft.secret).status == 503);
  CHECK(draft.site.Post("/api/v1/draft-event", event, draft.secret).status == 503);
}

TEST_CASE("a wrong field of a draft or an event is named") {
  struct Row {
    const char* path;
    std::string body;
    const char* field;
  };
  const Row rows[] = {
      {"/api/v1/draft", R"({"title":"a","text":"b"})", "turn"},
      {"/api/v1/draft", R"({"turn":"a","text":"b"})", "title"},
      {"/api/v1/draft", R"({"turn":"a","title":"b"})", "text"},
      {"/api/v1/draft", Json{{"turn", "a"}, {"title", std::string(201, 'a')}, {"text", ""}}.dump(),
       "title"},
      {"/api/v1/draft", Json{{"turn", "a"}, {"title", ""}, {"text", std::string(2001, 'a')}}.dump(),
       "text"},
      {"/api/v1/draft-event", R"({"turn":"a"})", "event"},
      {"/api/v1/draft-event", R"({"turn":"a","event":"eaten"})", "event"},
  };
  RouteSite site;
  for (const Row& row : rows) {
    CAPTURE(row.body);
    const Response response = site.Post(row.path, row.body);
    CHECK(response.status == 400);
    CHECK(Json::parse(response.body)["error"]["field"] == row.field);
  }
}

TEST_CASE("an offered article is picked by its id, whatever it is called") {
  RouteSite site;
  site.Publish();
  const Json reply = Json::parse(
      site.Post("/api/v1/chat",
                R"({"message":"Splošno","key":"key-00000001","choice":"fakt-popravek-racuna"})")
          .body);
  CHECK(reply["decision"] == "answer");
  CHECK(reply["citations"][0]["article"] == "fakt-popravek-racuna");
}

}  // namespace
}  // namespace pomocnik::bot::http
