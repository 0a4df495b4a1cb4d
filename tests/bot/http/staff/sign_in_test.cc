#include "bot/http/staff/sign_in.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/bot/http/openapi.h"
#include "tests/bot/http/response_json.h"
#include "tests/bot/http/staff/staff_scene.h"

namespace pomocnik::bot::http {
namespace {

using namespace std::chrono_literals;
using testing::Browser;
using testing::CodeOf;
using testing::kPassword;
using testing::StaffScene;

std::string TextOf(const Response& response) {
  return testing::JsonOf(response).value("/error/message"_json_pointer, "(none)");
}

TEST_CASE("who gives name and password is signed in, in a session that no script can read") {
  StaffScene scene;
  const Response response = scene.SignIn("Cene", kPassword);
  CHECK(response.status == 200);
  CHECK(testing::OpenApi().CheckText("StaffSession", response.body) == "");
  const auto reply = testing::JsonOf(response);
  CHECK(reply["name"] == "cene");
  CHECK(reply["role"] == "curator");
  const std::string cookie(*FindHeader(response.headers, "Set-Cookie"));
  CHECK(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"));
  const Browser browser = StaffScene::Take(response);
  CHECK(scene.Get(browser, "/api/v1/staff/session").body == response.body);
  CHECK(scene.counters.signed_in == 1);
  const auto entries = *scene.state->staff().List(scene.clock.Now(), scene.clock.Now() + 1s, 9);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0] == StaffEntry{scene.clock.Now(), "cene", "signed_in", ""});
}

TEST_CASE("a wrong password and an unknown name are told in the same words") {
  StaffScene scene;
  const Response wrong = scene.SignIn("ana", "wrong password 1");
  const Response unknown = scene.SignIn("nobody", kPassword);
  CHECK(wrong.status == 401);
  CHECK(CodeOf(wrong) == "wrong_sign_in");
  CHECK(unknown.status == wrong.status);
  CHECK(unknown.body == wrong.body);
  CHECK(unknown.headers == wrong.headers);
  CHECK_FALSE(FindHeader(wrong.headers, "Set-Cookie"));
  CHECK(scene.counters.refused == 2);
  // Only names of accounts are kept: what was typed may be a password.
  scene.Settle();
  const auto entries = *scene.state->staff().List(scene.clock.Now(), scene.clock.Now() + 1s, 9);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].name == "ana");
  CHECK(entries[0].act == "sign_in_refused");
  CHECK(scene.log.text().find("nobody") == std::string::npos);
}

TEST_CASE(
    "after five wrong tries the account is closed for a quarter of an hour, from everywhere") {
  StaffScene scene;
  for (int i = 0; i < 5; ++i) {
    CHECK(
        scene.SignIn("ana", "wrong password 1", {"", "", "192.0.2." + std::to_string(i)}).status ==
        401);
  }
  const Browser elsewhere{"", "", "198.51.100.7"};
  const Response sixth = scene.SignIn("ana", kPassword, elsewhere);
  CHECK(sixth.status == 429);
  CHECK(FindHeader(sixth.headers, "Retry-After") == "900");
  CHECK(TextOf(sixth).starts_with("Preveč neuspelih poskusov prijave."));
  CHECK(scene.SignIn("bor", kPassword, elsewhere).status == 200);
  CHECK(scene.counters.locked_out == 1);
  scene.clock.Tick(15min);
  CHECK(scene.SignIn("ana", kPassword, elsewhere).status == 200);
}

TEST_CASE("after five wrong tries the address is refused, whatever name it tries") {
  StaffScene scene;
  const Browser near{"", "", "2001:db8:0:1::7"};
  for (const char* name : {"a", "b", "c", "d", "e"}) {
    CHECK(scene.SignIn(name, "wrong password 1", near).status == 401);
  }
  CHECK(scene.SignIn("ana", kPassword, near).status == 429);
  // The same household; and another.
  CHECK(scene.SignIn("ana", kPassword, {"", "", "2001:db8:0:1::8"}).status == 429);
  CHECK(scene.SignIn("ana", kPassword, {"", "", "2001:db8:0:2::7"}).status == 200);
}

TEST_CASE("an office may sign in as often as it likes when the passwords are right") {
  StaffScene scene;
  for (int i = 0; i < 8; ++i) CHECK(scene.SignIn("ana", kPassword).status == 200);
}

TEST_CASE("an account with a secret wants a code too, each code once") {
  StaffScene scene;
  Account ana = StaffScene::AccountOf("ana", Role::kAdmin);
  ana.code_secret = testing::kCodeSecret;
  scene.SetAccounts({ana});
  scene.clock.Set(Instant(1234567890s));
  const std::string code = "005924";

  const Response asked = scene.SignIn("ana", kPassword);
  CHECK(asked.status == 401);
  CHECK(CodeOf(asked) == "code_required");
  // Who does not know the password is not told that there is a code.
  CHECK(CodeOf(scene.SignIn("ana", "wrong password 1")) == "wrong_sign_in");
  CHECK(CodeOf(scene.SignIn("ana", "wrong password 1", {}, code)) == "wrong_sign_in");
  CHECK(CodeOf(scene.SignIn("ana", kPassword, {}, "005925")) == "wrong_sign_in");
  CHECK(scene.SignIn("ana", kPassword, {}, code).status == 200);
  CHECK(CodeOf(scene.SignIn("ana", kPassword, {}, code)) == "wrong_sign_in");
  CHECK(scene.SignIn("ana", kPassword, {}, "050471").status == 401);  // of another time
}

TEST_CASE("signing in takes a page of ours and JSON") {
  StaffScene scene;
  const std::string body = nlohmann::json{{"name", "ana"}, {"password", kPassword}}.dump();
  struct Row {
    Headers headers;
    int status;
  };
  const Header json{"Content-Type", "application/json"};
  const Row rows[] = {
      {{json, {"Origin", "https://pomoc.example.si"}}, 200},
      {{json, {"Sec-Fetch-Site", "same-origin"}}, 200},
      {{json}, 403},
      {{json, {"Origin", "https://evil.example"}}, 403},
      {{json, {"Origin", "null"}}, 403},
      {{{"Content-Type", "text/plain"}, {"Origin", "https://pomoc.example.si"}}, 403},
      {{{"Content-Type", "application/x-www-form-urlencoded"},
        {"Origin", "https://pomoc.example.si"}},
       403},
  };
  for (const Row& row : rows) {
    CAPTURE(row.headers.back().value);
    const Response response = scene.Ask({}, "POST", "/api/v1/staff/login", body, row.headers);
    CHECK(response.status == row.status);
    if (row.status == 403) CHECK(CodeOf(response) == "forbidden");
  }
}

TEST_CASE("when too many passwords are being checked, the try does not count") {
  StaffScene scene({}, {.threads = 0, .queue_limit = 0});
  for (int i = 0; i < 7; ++i) {
    const Response busy = scene.SignIn("ana", kPassword);
    CHECK(busy.status == 503);
    CHECK(FindHeader(busy.headers, "Retry-After"));
  }
  CHECK(scene.counters.busy == 7);
}

TEST_CASE("accounts that cannot be read let nobody in, and the operator is told why") {
  StaffScene scene;
  const Browser ana = scene.SignedIn("ana");
  std::filesystem::permissions(StaffFile(scene.folder.path().string()),
                               std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  CHECK(scene.SignIn("ana", kPassword).status == 503);
  CHECK(scene.Get(ana, "/api/v1/staff/session").status == 503);
  CHECK(scene.log.text().find("chmod 600") != std::string::npos);
}

TEST_CASE("nothing that was typed comes back") {
  StaffScene scene;
  for (const std::string name : {"<script>alert(1)</script>", "\"><img src=x>",
                                 "'; DROP TABLE turn", "ana\\u2028", "%0d%0aSet-Cookie: a=b"}) {
    CAPTURE(name);
    const Response response = scene.SignIn(name, name);
    CHECK(response.body.find("alert") == std::string::npos);
    CHECK(response.body.find("img") == std::string::npos);
    CHECK(response.content_type == "application/json");
    scene.clock.Tick(15min);
  }
  CHECK(scene.log.text().find("script") == std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot::http
