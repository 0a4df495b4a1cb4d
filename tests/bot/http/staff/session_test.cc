// How a session lives and ends.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/bot/http/openapi.h"
#include "tests/bot/http/staff/staff_scene.h"
#include "tests/support/files.h"

namespace pomocnik::bot::http {
namespace {

using namespace std::chrono_literals;
using testing::Browser;
using testing::kPassword;
using testing::StaffScene;

using Json = nlohmann::json;

int Look(StaffScene& scene, const Browser& browser) {
  const int status = scene.Get(browser, "/api/v1/staff/session").status;
  scene.Settle();
  return status;
}

TEST_CASE("without a session there is nothing to see") {
  StaffScene scene;
  const Response response = scene.Get({}, "/api/v1/staff/session");
  CHECK(response.status == 401);
  CHECK(testing::OpenApi().CheckText("Error", response.body) == "");
}

TEST_CASE("an id of one's own choice, or one that was altered, opens nothing") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  Browser chosen = ana;
  chosen.cookie = "__Host-staff=" + std::string(43, 'A');
  CHECK(Look(scene, chosen) == 401);
  Browser altered = ana;
  altered.cookie.back() = altered.cookie.back() == 'A' ? 'B' : 'A';
  CHECK(Look(scene, altered) == 401);
  // What is kept does not open it either.
  Browser digest = ana;
  digest.cookie = "__Host-staff=" + SessionDigest(ana.cookie.substr(13)).substr(0, 43);
  CHECK(Look(scene, digest) == 401);
  CHECK(Look(scene, ana) == 200);
}

TEST_CASE("signing in gives another id each time, and ends the session that the browser had") {
  StaffScene scene;
  const Browser first = scene.SignedIn("ana");
  const Browser second = StaffScene::Take(scene.SignIn("ana", kPassword, first));
  CHECK(second.cookie != first.cookie);
  CHECK(second.token != first.token);
  CHECK(Look(scene, first) == 401);
  CHECK(Look(scene, second) == 200);
  // An id that somebody planted is not taken over.
  const Browser planted{"__Host-staff=" + std::string(43, 'A'), "", "192.0.2.1"};
  CHECK(StaffScene::Take(scene.SignIn("ana", kPassword, planted)).cookie != planted.cookie);
  CHECK(Look(scene, planted) == 401);
}

TEST_CASE("a session ends after half an hour without a request") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  for (int i = 0; i < 3; ++i) {
    scene.clock.Tick(30min - 1ms);
    CHECK(Look(scene, ana) == 200);
  }
  scene.clock.Tick(30min);
  CHECK(Look(scene, ana) == 401);
  CHECK(Look(scene, ana) == 401);
}

TEST_CASE("a session ends after twelve hours, however busy") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  for (int i = 0; i < 35; ++i) {
    scene.clock.Tick(20min);
    CHECK(Look(scene, ana) == 200);
  }
  scene.clock.Tick(20min);
  CHECK(Look(scene, ana) == 401);
}

TEST_CASE("who signs out has no session left, and the browser forgets it") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  const Browser other = scene.SignedIn("ana");
  const Response out = scene.Post(ana, "/api/v1/staff/logout");
  CHECK(out.status == 200);
  CHECK(FindHeader(out.headers, "Set-Cookie")->starts_with("__Host-staff=; Max-Age=0;"));
  CHECK(Look(scene, ana) == 401);
  CHECK(Look(scene, other) == 200);
  const auto entries = *scene.state->staff().List(scene.clock.Now(), scene.clock.Now() + 1s, 9);
  CHECK(entries.at(0).act == "signed_out");
}

TEST_CASE("the sessions of an account are listed, and one can be ended from another") {
  StaffScene scene;
  const Browser first = scene.SignedIn("ana");
  scene.clock.Tick(1min);
  const Browser second = scene.SignedIn("ana");
  const Browser bor = scene.SignedIn("bor");
  const Response listed = scene.Get(second, "/api/v1/staff/sessions");
  CHECK(testing::OpenApi().CheckText("StaffSessions", listed.body) == "");
  const Json sessions = Json::parse(listed.body)["sessions"];
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0]["current"] == true);
  CHECK(sessions[1]["current"] == false);
  const std::string revoke = Json{{"id", sessions[1]["id"]}}.dump();
  // Nobody ends the sessions of others.
  CHECK(scene.Post(bor, "/api/v1/staff/sessions/revoke", revoke).status == 404);
  CHECK(Look(scene, first) == 200);
  CHECK(scene.Post(second, "/api/v1/staff/sessions/revoke", revoke).status == 200);
  CHECK(Look(scene, first) == 401);
  CHECK(Look(scene, second) == 200);
  CHECK(scene.Post(second, "/api/v1/staff/sessions/revoke", revoke).status == 404);
  CHECK(scene.Post(second, "/api/v1/staff/sessions/revoke", R"({"id":"x"})").status == 400);
}

TEST_CASE("sessions that have ended are not listed") {
  StaffScene scene;
  scene.SignedIn("ana");
  scene.clock.Tick(20min);
  const Browser second = scene.SignedIn("ana");
  scene.clock.Tick(20min);
  const Json reply = Json::parse(scene.Get(second, "/api/v1/staff/sessions").body);
  CHECK(reply["sessions"].size() == 1);
}

TEST_CASE("an account that is removed, or changed, has no session any more") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  const Browser bor = scene.SignedIn("bor");
  scene.SetAccounts({StaffScene::AccountOf("ana", Role::kViewer, "second")});
  CHECK(Look(scene, ana) == 401);
  CHECK(Look(scene, bor) == 401);
  // Added again under the same name.
  scene.SetAccounts({StaffScene::AccountOf("bor", Role::kViewer, "third")});
  CHECK(Look(scene, bor) == 401);
}

TEST_CASE("nothing that is kept of a session opens it") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  const std::string id = ana.cookie.substr(13);
  REQUIRE(id.size() == 43);
  for (const auto& file : std::filesystem::directory_iterator(scene.folder.path())) {
    const std::string bytes = testing::ReadFile(file.path());
    CAPTURE(file.path().string());
    CHECK(bytes.find(id) == std::string::npos);
    CHECK(bytes.find(ana.token) == std::string::npos);
    CHECK(bytes.find(kPassword) == std::string::npos);
    CHECK(bytes.find(ana.address) == std::string::npos);
  }
}

TEST_CASE("administrators read what staff did, by day") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  const Response today = scene.Get(ana, "/api/v1/staff/log");
  CHECK(today.status == 200);
  CHECK(testing::OpenApi().CheckText("StaffLog", today.body) == "");
  CHECK(Json::parse(today.body)["entries"].size() == 1);
  const Response before = scene.Get(ana, "/api/v1/staff/log?from=2026-11-01&to=2026-11-22");
  CHECK(Json::parse(before.body)["entries"].empty());
  const Response wrong = scene.Get(ana, "/api/v1/staff/log?from=today");
  CHECK(wrong.status == 400);
  CHECK(Json::parse(wrong.body)["error"]["field"] == "from");
}

}  // namespace
}  // namespace pomocnik::bot::http
