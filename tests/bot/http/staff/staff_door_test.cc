#include "bot/http/staff/staff_door.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/bot/http/staff/staff_scene.h"

namespace pomocnik::bot::http {
namespace {

using testing::Browser;
using testing::StaffScene;

Response WhoAsked(const StaffRequest& asked) {
  Response response;
  response.body = asked.name + " " + std::string(RoleName(asked.role)) + " " + asked.request.body;
  return response;
}

std::vector<StaffRoute> Routes() {
  return {{"GET", "/api/v1/staff/seen", Role::kViewer, {200}, WhoAsked},
          {"GET", "/api/v1/staff/edited", Role::kCurator, {200}, WhoAsked},
          {"GET", "/api/v1/staff/ruled", Role::kAdmin, {200}, WhoAsked},
          {"POST", "/api/v1/staff/see", Role::kViewer, {200}, WhoAsked},
          {"POST", "/api/v1/staff/edit", Role::kCurator, {200}, WhoAsked},
          {"POST", "/api/v1/staff/rule", Role::kAdmin, {200}, WhoAsked}};
}

TEST_CASE("each role passes where it may, and nobody else does") {
  StaffScene scene(Routes());
  struct Row {
    const char* name;  // "": nobody
    int seen, edited, ruled;
  };
  const Row rows[] = {
      {"", 401, 401, 401}, {"bor", 200, 403, 403}, {"cene", 200, 200, 403}, {"ana", 200, 200, 200}};
  for (const Row& row : rows) {
    const std::string name = row.name;
    CAPTURE(name);
    const Browser browser = name.empty() ? Browser() : scene.SignedIn(name);
    CHECK(scene.Get(browser, "/api/v1/staff/seen").status == row.seen);
    CHECK(scene.Get(browser, "/api/v1/staff/edited").status == row.edited);
    CHECK(scene.Get(browser, "/api/v1/staff/ruled").status == row.ruled);
    CHECK(scene.Post(browser, "/api/v1/staff/see").status == row.seen);
    CHECK(scene.Post(browser, "/api/v1/staff/edit").status == row.edited);
    CHECK(scene.Post(browser, "/api/v1/staff/rule").status == row.ruled);
  }
}

TEST_CASE("a handler is told who asks") {
  StaffScene scene(Routes());
  CHECK(scene.Post(scene.SignedIn("cene"), "/api/v1/staff/edit", R"({"a":1})").body ==
        R"(cene curator {"a":1})");
}

TEST_CASE("a change comes from a page of ours with the session's own token, or not at all") {
  StaffScene scene(Routes());
  const Browser ana = scene.SignedIn("ana");
  const Browser other = scene.SignedIn("ana");
  const Header json{"Content-Type", "application/json"};
  const Header origin{"Origin", "https://pomoc.example.si"};
  const Header site{"Sec-Fetch-Site", "same-origin"};
  const Header token{"X-Staff-Token", ana.token};
  struct Row {
    const char* what;
    Headers headers;
    int status;
  };
  const Row rows[] = {
      {"as the page sends it", {json, origin, site, token}, 200},
      {"an older browser", {json, origin, token}, 200},
      {"no origin", {json, token}, 403},
      {"a foreign origin", {json, {"Origin", "https://evil.example"}, token}, 403},
      {"an opaque origin", {json, {"Origin", "null"}, token}, 403},
      {"another site", {json, origin, {"Sec-Fetch-Site", "cross-site"}, token}, 403},
      {"a form", {{"Content-Type", "application/x-www-form-urlencoded"}, origin, site, token}, 403},
      {"a form of text", {{"Content-Type", "text/plain"}, origin, site, token}, 403},
      {"no type", {origin, site, token}, 403},
      {"no token", {json, origin, site}, 403},
      {"an empty token", {json, origin, site, {"X-Staff-Token", ""}}, 403},
      {"another session's token", {json, origin, site, {"X-Staff-Token", other.token}}, 403},
      {"the token twice", {json, origin, site, token, token}, 403},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Response response = scene.Ask(ana, "POST", "/api/v1/staff/rule", "{}", row.headers);
    CHECK(response.status == row.status);
    if (row.status == 403) {
      CHECK(nlohmann::json::parse(response.body)["error"]["code"] == "forbidden");
    }
  }
}

TEST_CASE("what only changes cannot be asked for by GET, nor the other way round") {
  StaffScene scene(Routes());
  const Browser ana = scene.SignedIn("ana");
  CHECK(scene.Get(ana, "/api/v1/staff/rule").status == 405);
  CHECK(scene.Get(ana, "/api/v1/staff/logout").status == 405);
  CHECK(scene.Post(ana, "/api/v1/staff/seen").status == 405);
}

TEST_CASE("the statuses of a route hold what the door answers") {
  const auto statuses = [&](const char* method, Role least) {
    StaffRoute route{method, "/api/v1/staff/x", least, {200, 404}, WhoAsked};
    StaffScene other({route});
    for (const Route& made : other.routes()) {
      if (made.path == "/api/v1/staff/x") return made.statuses;
    }
    return std::vector<int>();
  };
  CHECK(statuses("GET", Role::kViewer) == std::vector<int>{200, 401, 404, 429, 500, 503});
  CHECK(statuses("GET", Role::kAdmin) == std::vector<int>{200, 401, 403, 404, 429, 500, 503});
  CHECK(statuses("POST", Role::kViewer) ==
        std::vector<int>{200, 400, 401, 403, 404, 413, 415, 429, 500, 503});
}

TEST_CASE("no page of another origin may ask the staff API or read it, not even an allowed one") {
  StaffScene scene(Routes());
  scene.Allow("https://www.example.si");
  const Browser ana = scene.SignedIn("ana");
  const Header origin{"Origin", "https://www.example.si"};
  for (const char* target : {"/api/v1/staff/rule", "/api/v1/staff/login", "/api/v1/staff/nothing",
                             "/api/v1/%73taff/rule", "/api/v1/staff", "/api/v1/staff/%zz"}) {
    CAPTURE(target);
    const Response preflight = scene.Ask(
        ana, "OPTIONS", target, "",
        {origin, {"Access-Control-Request-Method", "POST"}, {"Sec-Fetch-Site", "cross-site"}});
    CHECK(preflight.status >= 400);
    for (const Response& response : {preflight, scene.Ask(ana, "GET", target, "", {origin})}) {
      for (const Header& header : response.headers) {
        CHECK_FALSE(header.name.starts_with("Access-Control-"));
      }
      CHECK(FindHeader(response.headers, "Cache-Control") == "no-store");
      CHECK(FindHeader(response.headers, "Vary") == "Cookie");
      CHECK(FindHeader(response.headers, "Cross-Origin-Resource-Policy") == "same-origin");
    }
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
