#include "bot/http/routes.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/bot/http/openapi.h"
#include "tests/bot/http/response_json.h"
#include "tests/bot/http/route_site.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::CodeOf;
using testing::JsonOf;
using testing::OpenApi;
using testing::RouteSite;

constexpr std::string_view kQuestion = "Kako storniram račun?";

std::string Say(std::string_view message, std::string_view key) {
  return Json{{"message", message}, {"key", key}}.dump();
}

TEST_CASE("the route table and openapi.yaml list the same paths, methods and statuses") {
  RouteSite site;
  std::map<std::string, std::set<int>> routes;
  for (const Route& route : site.router.routes()) {
    // The other files of the widget are described together with widget.js, those of a page with it.
    if (route.surface == Surface::kWidget && route.path != "/widget.js") continue;
    if (route.path.starts_with("/staff.")) continue;
    routes[route.method + " " + route.path] = {route.statuses.begin(), route.statuses.end()};
  }
  const auto described = OpenApi().Operations();
  std::size_t behind_the_door = 0;
  for (const auto& entry : described) {
    const std::string& operation = entry.first;
    const std::set<int>& statuses = entry.second;
    CAPTURE(operation);
    // Of the routes of staff, those that lie behind the door are looked at with the whole site.
    if (operation.find(" /api/v1/staff/") != std::string::npos) {
      ++behind_the_door;
      continue;
    }
    // Bodies are refused by the guard and the router, for every POST alike.
    if (operation.starts_with("POST ")) {
      CHECK(statuses.contains(413));
      CHECK(statuses.contains(415));
    }
    CHECK(routes[operation] == statuses);
  }
  CHECK(routes.size() + behind_the_door == described.size());
}

TEST_CASE("every route answers as openapi.yaml describes it") {
  struct Row {
    const char* target;
    int status;
    const char* schema;  // nullptr: not JSON
  };
  const Row rows[] = {
      {"/api/v1/suggest?q=Sto", 200, "Suggestions"},
      {"/api/v1/suggest?q=", 200, "Suggestions"},
      {"/api/v1/suggest?q=Sto&limit=20&module=Fakturiranje", 200, "Suggestions"},
      {"/api/v1/suggest", 400, "Error"},
      {"/api/v1/suggest?q=a&limit=0", 400, "Error"},
      {"/api/v1/suggest?q=a&limit=21", 400, "Error"},
      {"/api/v1/suggest?q=a&limit=1x", 400, "Error"},
      {"/api/v1/search?q=Kako+storniram+ra%C4%8Dun%3F", 200, "SearchResults"},
      {"/api/v1/search?q=nic", 200, "SearchResults"},
      {"/api/v1/search?q=nic&literal=true", 200, "SearchResults"},
      {"/api/v1/search?q=nic&app=icenter&screen=fakt.racun&module=DDV&version=1", 200,
       "SearchResults"},
      {"/api/v1/search?q=nic&literal=da", 400, "Error"},
      {"/api/v1/search?q=", 400, "Error"},
      {"/api/v1/search?q=a&limit=31", 400, "Error"},
      {"/api/v1/search?limit=1", 400, "Error"},
      {"/api/v1/articles/fakt-storno-racuna", 200, "Article"},
      {"/api/v1/articles/storno-racuna-0", 200, "Article"},
      {"/api/v1/articles/https%3a%2f%2fexample.si%2fnasveti%2fstorno-racuna", 200, "Article"},
      {"/api/v1/articles/ni-ga", 404, "Error"},
      {"/api/v1/articles/..%2f..%2fetc%2fpasswd", 404, "Error"},
      {"/api/v1/f1/icenter/fakt.racun", 200, "ScreenHelp"},
      {"/api/v1/f1/icenter/neznan", 200, "ScreenHelp"},
      {"/api/v1/f1/icenter", 200, "ScreenHelp"},
      {"/f1/icenter/fakt.racun", 200, nullptr},
      {"/f1/icenter", 200, nullptr},
      {"/f1", 200, nullptr},
      {"/", 200, nullptr},
      {"/widget.js", 200, nullptr},
      {"/staff", 200, nullptr},
      {"/staff/gaps", 200, nullptr},
      {"/livez", 200, nullptr},
      {"/readyz", 200, "Ready"},
      {"/metrics", 200, nullptr},
  };
  RouteSite site;
  site.Publish();
  const OpenApi api;
  for (const Row& row : rows) {
    const std::string target = row.target;
    CAPTURE(target);
    const Response response = site.Get(target);
    CHECK(response.status == row.status);
    CHECK_FALSE(response.body.empty());
    if (row.schema != nullptr) CHECK(api.CheckText(row.schema, response.body) == "");
  }
}

TEST_CASE("without an index every route says so and none fails") {
  RouteSite site;
  const OpenApi api;
  for (const std::string target : {"/api/v1/suggest?q=a", "/api/v1/search?q=a",
                                   "/api/v1/articles/a", "/api/v1/f1/a/b", "/readyz"}) {
    CAPTURE(target);
    const Response response = site.Get(target);
    CHECK(response.status == 503);
    CHECK(FindHeader(response.headers, "Retry-After"));
    CHECK(api.CheckText("Error", response.body) == "");
  }
  CHECK(site.Post("/api/v1/chat", Say(kQuestion, "key-00000001")).status == 503);
  CHECK(site.Get("/f1/a/b").status == 503);
  CHECK(site.Get("/livez").status == 200);
  CHECK(site.Get("/").status == 200);
  CHECK(site.Get("/metrics").body.find("pomocnik_articles 0\n") != std::string::npos);
}

TEST_CASE("readyz and metrics tell which versions of the index were refused, and why") {
  RouteSite site;
  site.index_status = {.refused = {{"3", "wrong digest"}, {"2", "it is gone"}},
                       .swaps = 4,
                       .refusals = 5,
                       .last_opening = std::chrono::milliseconds(1025),
                       .served_since = site.clock.Now()};
  const Json refused = Json::array({{{"version", "3"}, {"reason", "wrong digest"}},
                                    {{"version", "2"}, {"reason", "it is gone"}}});
  const Response unready = site.Get("/readyz");
  CHECK(unready.status == 503);
  CHECK(OpenApi().CheckText("NotReady", unready.body) == "");
  CHECK(JsonOf(unready)["refused"] == refused);
  site.Publish();
  const Response ready = site.Get("/readyz");
  CHECK(ready.status == 200);
  CHECK(OpenApi().CheckText("Ready", ready.body) == "");
  CHECK(JsonOf(ready)["refused"] == refused);
  const std::string metrics = site.Get("/metrics").body;
  for (const std::string line :
       {"pomocnik_index_swaps_total 4", "pomocnik_index_refusals_total 5",
        "pomocnik_index_refused 2", "pomocnik_index_opening_seconds 1.025",
        "pomocnik_index_served_since_seconds 1795424400",
        "pomocnik_index_info{version=\"20261123T100000Z-0123456789ab\"} 1"}) {
    CAPTURE(line);
    CHECK(metrics.find("\n" + line + "\n") != std::string::npos);
  }
}

TEST_CASE("a site that goes away says so to proxies and answers everything else") {
  RouteSite site;
  site.Publish();
  site.phase = Phase::kDraining;
  const Response ready = site.Get("/readyz");
  CHECK(ready.status == 503);
  CHECK(ready.body.find("\"code\":\"draining\"") != std::string::npos);
  CHECK(OpenApi().CheckText("NotReady", ready.body) == "");
  CHECK(site.Get("/livez").status == 200);
  CHECK(site.Post("/api/v1/chat", Say(kQuestion, "key-00000001")).status == 200);
}

TEST_CASE("an index that cannot be read is an internal error, logged in full and told in short") {
  RouteSite site;
  site.Publish();
  site.searcher->failure = Error::Internal("cannot read /srv/index/a.db: disk on fire");
  for (const std::string target : {"/api/v1/suggest?q=ab", "/api/v1/search?q=a",
                                   "/api/v1/articles/a", "/api/v1/f1/a/b", "/f1/a/b"}) {
    CAPTURE(target);
    const Response response = site.Get(target);
    CHECK(response.status == 500);
    CHECK(response.body.find("/srv/index") == std::string::npos);
  }
  CHECK(site.Post("/api/v1/chat", Say(kQuestion, "key-00000001")).status == 500);
  CHECK(site.log.text().find("disk on fire") != std::string::npos);
}

TEST_CASE("a conversation goes on with its secret and no other") {
  RouteSite site;
  site.Publish();
  const Response first = site.Post("/api/v1/chat", Say(kQuestion, "key-00000001"));
  CHECK(first.status == 200);
  CHECK(OpenApi().CheckText("ChatReply", first.body) == "");
  const Json reply = JsonOf(first);
  CHECK(reply["decision"] == "answer");
  CHECK(reply["citations"][0]["article"] == "fakt-storno-racuna");
  CHECK(reply["saved"] == true);
  const std::string secret = reply["conversation"]["secret"];
  const auto next = [&](std::string_view key) {
    return Json{{"message", kQuestion}, {"key", key}, {"conversation", reply["conversation"]["id"]}}
        .dump();
  };
  const Response second =
      site.Post("/api/v1/chat", next("key-00000002"), {{"X-Conversation-Secret", secret}});
  CHECK(second.status == 200);
  CHECK(JsonOf(second)["conversation"]["id"] == reply["conversation"]["id"]);
  CHECK_FALSE(JsonOf(second)["conversation"].contains("secret"));
  CHECK(site.Post("/api/v1/chat", next("key-00000003")).status == 404);
  CHECK(site.Post("/api/v1/chat", next("key-00000003"), {{"X-Conversation-Secret", "guess"}})
            .status == 404);
}

TEST_CASE("a key may be repeated but not reused") {
  RouteSite site;
  site.Publish();
  const Response first = site.Post("/api/v1/chat", Say(kQuestion, "key-00000001"));
  CHECK(site.Post("/api/v1/chat", Say(kQuestion, "key-00000001")).body == first.body);
  const Response reused = site.Post("/api/v1/chat", Say("Nekaj drugega", "key-00000001"));
  CHECK(reused.status == 409);
  CHECK(CodeOf(reused) == "conflict");
}

TEST_CASE("a reply is given although it cannot be recorded") {
  RouteSite site;
  site.Publish();
  site.store.Break();
  const Response response = site.Post("/api/v1/chat", Say(kQuestion, "key-00000001"));
  CHECK(response.status == 200);
  CHECK(JsonOf(response)["saved"] == false);
  CHECK(site.Get("/metrics").body.find("pomocnik_lost_turns_total 1\n") != std::string::npos);
}

TEST_CASE("feedback needs the turn and the secret of its conversation") {
  RouteSite site;
  site.Publish();
  const Json reply = JsonOf(site.Post("/api/v1/chat", Say(kQuestion, "key-00000001")));
  const std::string secret = reply["conversation"]["secret"];
  const std::string vote = Json{{"turn", reply["turn"]}, {"helpful", true}}.dump();
  const Response saved = site.Post("/api/v1/feedback", vote, {{"X-Conversation-Secret", secret}});
  CHECK(saved.status == 200);
  CHECK(OpenApi().CheckText("FeedbackReply", saved.body) == "");
  const Response foreign = site.Post("/api/v1/feedback", vote, {{"X-Conversation-Secret", "x"}});
  const Response missing = site.Post("/api/v1/feedback", R"({"turn":"nothing","helpful":true})",
                                     {{"X-Conversation-Secret", secret}});
  CHECK(foreign.status == 404);
  CHECK(missing.status == 404);
  CHECK(foreign.body == missing.body);
  site.store.Break();
  CHECK(site.Post("/api/v1/feedback", vote, {{"X-Conversation-Secret", secret}}).status == 503);
}

TEST_CASE("a wrong field is named in the caller's language") {
  struct Row {
    const char* body;
    const char* field;  // "": none
  };
  const Row rows[] = {
      {"", ""},
      {"[]", ""},
      {R"({"key":"key-00000001"})", "message"},
      {R"({"message":7,"key":"key-00000001"})", "message"},
      {R"({"message":"  \n\u200b","key":"key-00000001"})", "message"},
      {R"({"message":"a"})", "key"},
      {R"({"message":"a","key":"short"})", "key"},
      {R"({"message":"a","key":"key 00000001"})", "key"},
      {R"({"message":"a","key":"key-00000001","lang":"de"})", "lang"},
      {R"({"message":"a","key":"key-00000001","conversation":"a b"})", "conversation"},
      {R"({"message":"a","key":"key-00000001","context":[]})", "context"},
      {R"({"message":"a","key":"key-00000001","context":{"app":1}})", "context.app"},
      {R"({"message":"a","key":"key-00000001","context":{"channel":"123456789012345678901"}})",
       "context.channel"},
  };
  RouteSite site;
  site.Publish();
  const OpenApi api;
  for (const Row& row : rows) {
    const std::string body = row.body;
    CAPTURE(body);
    const Response response = site.Post("/api/v1/chat", body);
    CHECK(response.status == 400);
    CHECK(api.CheckText("Error", response.body) == "");
    CHECK(JsonOf(response)["error"].value("field", "") == row.field);
  }
  const Response english = site.Post("/api/v1/chat", R"({"message":" ","lang":"en"})");
  CHECK(JsonOf(english)["error"]["message"] ==
        "The message is empty. Write what you would like to know.");
}

TEST_CASE("unknown fields and nulls are passed over") {
  RouteSite site;
  site.Publish();
  CHECK(
      site.Post(
              "/api/v1/chat",
              R"({"message":"a","key":"key-00000001","context":null,"lang":null,"new":{"x":[1]}})")
          .status == 200);
}

TEST_CASE("a message may have 2000 letters, and no more") {
  RouteSite site;
  site.Publish();
  std::string longest;
  for (int i = 0; i < 2000; ++i) longest += "č";
  CHECK(site.Post("/api/v1/chat", Say(longest, "key-00000001")).status == 200);
  CHECK(site.Post("/api/v1/chat", Say(longest + "č", "key-00000002")).status == 400);
}

TEST_CASE("wrong feedback names its field") {
  struct Row {
    const char* body;
    const char* field;
  };
  const std::string long_reason =
      Json{{"turn", "a"}, {"helpful", true}, {"reason", std::string(501, 'a')}}.dump();
  const Row rows[] = {
      {R"({"helpful":true})", "turn"},
      {R"({"turn":"a b","helpful":true})", "turn"},
      {R"({"turn":"a"})", "helpful"},
      {R"({"turn":"a","helpful":"yes"})", "helpful"},
      {R"({"turn":"a","helpful":true,"reason":1})", "reason"},
      {long_reason.c_str(), "reason"},
  };
  RouteSite site;
  for (const Row& row : rows) {
    const std::string body = row.body;
    CAPTURE(body);
    const Response response = site.Post("/api/v1/feedback", body);
    CHECK(response.status == 400);
    CHECK(JsonOf(response)["error"]["field"] == row.field);
  }
}

TEST_CASE("files are sent once and then only confirmed") {
  RouteSite site;
  const Response first = site.Get("/widget.js");
  CHECK(first.body == "// widget");
  CHECK(first.content_type == "text/javascript; charset=utf-8");
  const std::string etag(*FindHeader(first.headers, "ETag"));
  for (const std::string& known : {etag, "W/" + etag, "\"x\", " + etag, std::string("*")}) {
    CAPTURE(known);
    const Response again = site.Get("/widget.js", {{"If-None-Match", known}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(FindHeader(again.headers, "ETag") == etag);
  }
  CHECK(site.Get("/widget.js", {{"If-None-Match", "\"other\""}}).status == 200);
}

TEST_CASE(
    "an address that names the file's version may be kept for ever, any other is asked for anew") {
  struct Row {
    std::string_view target;
    std::string_view cache;
  };
  const Row rows[] = {
      {"/widget.js?v=3333333333333333", "public, max-age=31536000, immutable"},
      {"/widget.js", "no-cache"},
      {"/widget.js?v=2222222222222222", "no-cache"},
      {"/widget.js?v=", "no-cache"},
  };
  RouteSite site;
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response file = site.Get(std::string(row.target));
    CHECK(file.status == 200);
    CHECK(file.body == "// widget");
    CHECK(FindHeader(file.headers, "Cache-Control") == row.cache);
  }
}

TEST_CASE("no route answers without the headers that protect the browser") {
  RouteSite site;
  for (const Route& route : site.router.routes()) {
    CAPTURE(route.path);
    std::string target = route.path;
    for (auto open = target.find('{'); open != std::string::npos; open = target.find('{')) {
      target.replace(open, target.find('}') - open + 1, "x");
    }
    const Response response = route.method == "POST" ? site.Post(target, "{}") : site.Get(target);
    for (const std::string_view name :
         {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
          "Strict-Transport-Security", "Content-Security-Policy", "Cross-Origin-Resource-Policy",
          "Cache-Control"}) {
      CAPTURE(name);
      CHECK(CountHeaders(response.headers, name) == 1);
    }
    // There is no picture "x".
    const bool is_file = route.surface == Surface::kWidget || route.surface == Surface::kPage;
    CHECK(FindHeader(response.headers, "Cache-Control") == (is_file ? "no-cache" : "no-store"));
    const bool is_api = target.starts_with("/api/");
    CHECK(FindHeader(response.headers, "Vary") ==
          (is_api ? std::optional<std::string_view>("Origin") : std::nullopt));
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
