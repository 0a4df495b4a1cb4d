#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "bot/http/events_api.h"
#include "tests/bot/http/golden.h"
#include "tests/bot/http/openapi.h"
#include "tests/bot/http/route_site.h"

namespace pomocnik::bot::http {
namespace {

using deflection::EventKind;
using Json = nlohmann::json;
using testing::OpenApi;
using testing::RouteSite;

// A site on which a question was answered.
struct Answered {
  RouteSite site;
  Json reply = Ask();
  Headers secret = {{"X-Conversation-Secret", reply["conversation"]["secret"]}};

  Json Ask() {
    site.Publish();
    return Json::parse(
        site.Post("/api/v1/chat", R"({"message":"Kako storniram račun?","key":"key-00000001"})")
            .body);
  }

  Response Tell(Json event, const Headers& headers) {
    if (event["kind"] == "view" && !event.contains("turn")) event["turn"] = reply["turn"];
    return site.Post("/api/v1/events", Json{{"events", {event}}}.dump(), headers);
  }
};

TEST_CASE("the sample of events is read as it says") {
  EventsRequest request;
  CHECK_FALSE(ReadEventsRequest(testing::Golden("events_request.json"), request));
  CHECK(request.lang == "sl");
  CHECK(request.context.screen == "fakt.racun");
  REQUIRE(request.events.size() == 4);
  CHECK(request.events[0].kind == EventKind::kVisit);
  CHECK(request.events[1].article == "fakt-storno-racuna");
  CHECK(request.events[2].detail == "opened");
  CHECK(request.events[3].turn == "CCCCCCCCCCCCCCCCCCCCCC");
  CHECK(request.events[3].article.empty());
}

TEST_CASE("a visit and a picked suggestion are noted with where they were, without personal data") {
  RouteSite site;
  site.Publish();
  const Response told = site.Post("/api/v1/events", R"({"lang":"en",
      "context":{"channel":"web","app":"icenter","screen":"ana.novak@podjetje.si","module":"Plače"},
      "events":[{"kind":"visit"},{"kind":"suggestion","article":"fakt-storno-racuna"}]})");
  CHECK(told.status == 200);
  CHECK(OpenApi().CheckText("FeedbackReply", told.body) == "");
  const auto noted = site.event_store.noted();
  REQUIRE(noted.size() == 2);
  CHECK(noted[0].kind == EventKind::kVisit);
  CHECK(noted[0].at == site.clock.Now());
  CHECK(noted[0].channel == "web");
  CHECK(noted[0].lang == "en");
  CHECK(noted[0].module == "Plače");
  CHECK(noted[0].screen.find("novak") == std::string::npos);
  CHECK(noted[0].source.size() == 16);
  CHECK(noted[0].source == noted[1].source);
  CHECK(noted[1].kind == EventKind::kSuggestion);
  CHECK(noted[1].article == "fakt-storno-racuna");
  CHECK(site.event_store.saved().empty());
}

TEST_CASE("a view is saved for its turn, by its conversation only") {
  Answered answered;
  const Json view = {{"kind", "view"}, {"how", "opened"}, {"article", "fakt-storno-racuna"}};
  CHECK(answered.Tell(view, answered.secret).status == 200);
  const auto saved = answered.site.event_store.saved();
  REQUIRE(saved.size() == 1);
  CHECK(saved[0].kind == EventKind::kView);
  CHECK(saved[0].turn_id == answered.reply["turn"]);
  CHECK(saved[0].detail == "opened");
  CHECK(answered.Tell(view, {{"X-Conversation-Secret", "x"}}).status == 404);
  CHECK(answered.Tell(view, {}).status == 404);
  answered.site.event_store.Break();
  CHECK(answered.Tell(view, answered.secret).status == 503);
  CHECK(answered.Tell({{"kind", "visit"}}, {}).status == 200);
}

TEST_CASE("an article that is not there is told so, and nothing is kept") {
  Answered answered;
  CHECK(answered.Tell({{"kind", "suggestion"}, {"article", "x"}}, {}).status == 404);
  CHECK(answered.Tell({{"kind", "view"}, {"how", "opened"}, {"article", "x"}}, answered.secret)
            .status == 404);
  CHECK(answered.site.event_store.noted().empty());
  CHECK(answered.site.event_store.saved().empty());
}

TEST_CASE("a wrong field of events is named") {
  struct Row {
    std::string body;
    const char* field;
  };
  std::string many = R"({"kind":"visit"})";
  for (std::size_t i = 0; i < kMaxEventsAtOnce; ++i) many += R"(,{"kind":"visit"})";
  const Row rows[] = {
      {"{}", "events"},
      {R"({"events":{}})", "events"},
      {R"({"events":[]})", "events"},
      {R"({"events":[1]})", "events"},
      {R"({"events":[)" + many + "]}", "events"},
      {R"({"events":[{}]})", "events[0].kind"},
      {R"({"events":[{"kind":"vote"}]})", "events[0].kind"},
      {R"({"events":[{"kind":"visit"},{"kind":"view"}]})", "events[1].turn"},
      {R"({"events":[{"kind":"view","turn":"a b","how":"opened"}]})", "events[0].turn"},
      {R"({"events":[{"kind":"view","turn":"a"}]})", "events[0].how"},
      {R"({"events":[{"kind":"view","turn":"a","how":"read"}]})", "events[0].how"},
      {R"({"events":[{"kind":"suggestion"}]})", "events[0].article"},
      {R"({"events":[{"kind":"suggestion","article":")" + std::string(101, 'a') + R"("}]})",
       "events[0].article"},
      {R"({"events":[{"kind":"visit"}],"context":{"channel":1}})", "context.channel"},
      {R"({"events":[{"kind":"visit"}],"lang":"de"})", "lang"},
  };
  RouteSite site;
  site.Publish();
  for (const Row& row : rows) {
    CAPTURE(row.body);
    const Response response = site.Post("/api/v1/events", row.body);
    CHECK(response.status == 400);
    CHECK(Json::parse(response.body)["error"]["field"] == row.field);
  }
}

TEST_CASE("F1 is an event with what was found and who pressed it") {
  RouteSite site;
  site.Publish();
  CHECK(site.Get("/api/v1/f1/icenter/fakt.racun").status == 200);
  CHECK(site.Get("/f1/icenter/neznan?lang=en").status == 200);
  CHECK(site.Get("/api/v1/f1/icenter/fakt.racun?press=false").status == 200);
  const auto noted = site.event_store.noted();
  REQUIRE(noted.size() == 2);
  CHECK(noted[0].kind == EventKind::kF1Opened);
  CHECK(noted[0].channel == "f1");
  CHECK(noted[0].screen == "fakt.racun");
  CHECK(noted[0].module == "Fakturiranje");
  CHECK(noted[0].article == "fakt-storno-racuna");
  CHECK(noted[0].detail == "screen");
  CHECK(noted[0].source.size() == 16);
  CHECK(noted[1].kind == EventKind::kF1Missed);
  CHECK(noted[1].lang == "en");
  CHECK(noted[1].detail == "none");
}

}  // namespace
}  // namespace pomocnik::bot::http
