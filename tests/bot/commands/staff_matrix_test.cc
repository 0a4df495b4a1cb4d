// Every route of the whole site by every role: made from the router, so that none is forgotten.
#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "bot/commands/site.h"
#include "bot/staff/account_file.h"
#include "tests/bot/http/openapi.h"
#include "tests/support/cheap_hash.h"
#include "tests/support/fake_clock.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot::commands {
namespace {

using http::Header;
using http::Headers;
using http::Response;
using http::Route;
using http::Surface;

constexpr std::string_view kStaff = "/api/v1/staff/";
constexpr std::string_view kPassword = "čebela kolo tunel marmor";
constexpr std::string_view kWidgetOrigin = "https://www.example.si";

// What a caller with a session sends.
struct Caller {
  std::string cookie;
  std::string token;
};

// The table of routes and roles once more, as it is meant to be: the least role for each.
const std::map<std::string, std::string>& LeastRoles() {
  static const std::map<std::string, std::string> kLeast = {
      {"POST login", "nobody"},
      {"GET session", "viewer"},
      {"POST logout", "viewer"},
      {"GET sessions", "viewer"},
      {"GET log", "admin"},
      {"POST sessions/revoke", "viewer"},
      {"GET overview", "viewer"},
      {"GET export/overview", "viewer"},
      {"POST assumptions", "admin"},
      {"GET gaps", "viewer"},
      {"POST gaps/state", "curator"},
      {"GET articles", "viewer"},
      {"GET screens", "viewer"},
      {"GET conversations", "viewer"},
      {"GET conversations/{id}", "viewer"},
      {"POST conversations/erase", "curator"},
      {"GET export/conversation", "viewer"},
      {"GET publish", "viewer"},
      {"POST publish/prepare", "curator"},
      {"POST publish/go", "curator"},
      {"POST publish/discard", "curator"},
      {"POST publish/rollback", "curator"},
      {"GET edits/article", "curator"},
      {"POST edits/article", "curator"},
      {"POST edits/preview", "curator"},
      {"POST edits/question", "curator"},
      {"POST edits/synonym", "curator"},
  };
  return kLeast;
}

class WholeSite {
 public:
  WholeSite() {
    const std::string hash = testing::CheapHash(kPassword);
    Accounts accounts;
    for (const Role role : kRoles) {
      accounts.push_back({.name = std::string(RoleName(role)),
                          .role = role,
                          .password_hash = hash,
                          .code_secret = "",
                          .stamp = "stamp",
                          .changed_at = clock_.Now()});
    }
    REQUIRE(WriteAccounts(StaffFile(folder_.path().string()), accounts));
    SiteOptions options;
    options.data = folder_.path().string();
    options.listen.port = 0;
    options.settings.allowed_origins = {std::string(kWidgetOrigin)};
    options.settings.client_rates = {.requests_per_second = 1000, .burst = 100000};
    auto started = Site::Start(options, clock_, log_);
    REQUIRE_MESSAGE(started, (started ? "" : started.error().message));
    site_ = std::move(*started);
  }

  std::vector<Route> StaffRoutes() const {
    std::vector<Route> routes;
    for (const Route& route : site_->router().routes()) {
      if (route.path.starts_with(kStaff)) routes.push_back(route);
    }
    return routes;
  }
  const std::vector<Route>& routes() const { return site_->router().routes(); }

  Response Ask(const Caller& caller, const std::string& method, const std::string& target,
               Headers headers) const {
    const std::string body = method == "POST" ? "{}" : "";
    return Send(caller, method, target, body, std::move(headers));
  }

  // A route's own page asks for it.
  Response AskWell(const Caller& caller, const Route& route) const {
    if (route.method == "GET") return Ask(caller, "GET", TargetOf(route), {});
    return Ask(caller, "POST", TargetOf(route), OwnPage(caller.token));
  }

  static Headers OwnPage(const std::string& token) {
    Headers headers = {{"Content-Type", "application/json"},
                       {"Origin", "https://pomoc.example.si"},
                       {"Sec-Fetch-Site", "same-origin"}};
    if (!token.empty()) headers.push_back({"X-Staff-Token", token});
    return headers;
  }

  Caller SignIn(const std::string& name) const {
    const Response response =
        Send({}, "POST", std::string(kStaff) + "login",
             nlohmann::json{{"name", name}, {"password", kPassword}}.dump(), OwnPage(""));
    REQUIRE(response.status == 200);
    const std::string cookie(*FindHeader(response.headers, "Set-Cookie"));
    return {cookie.substr(0, cookie.find(';')), nlohmann::json::parse(response.body)["csrf"]};
  }

  static std::string TargetOf(const Route& route) {
    std::string target = route.path;
    for (auto open = target.find('{'); open != std::string::npos; open = target.find('{')) {
      target.replace(open, target.find('}') - open + 1, "x");
    }
    return target;
  }

 private:
  Response Send(const Caller& caller, const std::string& method, const std::string& target,
                const std::string& body, Headers headers) const {
    headers.push_back({"Host", "pomoc.example.si"});
    if (!caller.cookie.empty()) headers.push_back({"Cookie", caller.cookie});
    if (method == "POST") headers.push_back({"Content-Length", std::to_string(body.size())});
    return site_->router().Answer({method, target, std::move(headers), "192.0.2.1"}, body);
  }

  testing::TempFolder folder_;
  testing::FakeClock clock_;
  testing::RecordingLog log_;
  std::unique_ptr<Site> site_;
};

// "POST edits/article".
std::string NameOf(const Route& route) {
  return route.method + " " + route.path.substr(kStaff.size());
}

// Whether a role, "" for nobody, may pass.
bool MayPass(const std::string& role, const std::string& least) {
  if (least == "nobody") return true;
  return !role.empty() && *ParseRole(role) >= *ParseRole(least);
}

TEST_CASE("the routes of staff are those of openapi.yaml, and each has its least role") {
  const WholeSite site;
  std::map<std::string, std::set<int>> routes;
  std::set<std::string> names;
  for (const Route& route : site.StaffRoutes()) {
    CAPTURE(route.path);
    CHECK(route.surface == Surface::kStaffApi);
    CHECK(route.cost == http::Cost::kRequest);
    routes[route.method + " " + route.path] = {route.statuses.begin(), route.statuses.end()};
    CHECK(names.insert(NameOf(route)).second);
  }
  std::set<std::string> expected;
  for (const auto& [name, role] : LeastRoles()) expected.insert(name);
  CHECK(names == expected);
  for (const auto& [operation, statuses] : testing::OpenApi().Operations()) {
    if (operation.find(kStaff) == std::string::npos) continue;
    const std::string described = operation;
    CAPTURE(described);
    CHECK(routes[described] == statuses);
    routes.erase(described);
  }
  CHECK(routes.empty());
}

TEST_CASE("every route lets in who may, and nobody else") {
  const WholeSite site;
  for (const Route& route : site.StaffRoutes()) {
    const std::string name = NameOf(route);
    CAPTURE(name);
    const std::string least = LeastRoles().count(name) > 0 ? LeastRoles().at(name) : "nobody";
    for (const std::string role : {"", "viewer", "curator", "admin"}) {
      CAPTURE(role);
      const Caller caller = role.empty() ? Caller() : site.SignIn(role);
      const int status = site.AskWell(caller, route).status;
      if (MayPass(role, least)) {
        CHECK(status != 401);
        CHECK(status != 403);
      } else {
        CHECK(status == (role.empty() ? 401 : 403));
      }
    }
  }
}

TEST_CASE("no change is made for another page than ours, without the token, or with another's") {
  const WholeSite site;
  struct Row {
    const char* what;
    Headers headers;
    bool concerns_signing_in = true;
  };
  const Caller other = site.SignIn("admin");
  for (const Route& route : site.StaffRoutes()) {
    if (route.method != "POST") continue;
    const std::string name = NameOf(route);
    CAPTURE(name);
    const Caller admin = site.SignIn("admin");
    const Header json{"Content-Type", "application/json"};
    const Header origin{"Origin", "https://pomoc.example.si"};
    const Header token{"X-Staff-Token", admin.token};
    const Row rows[] = {
        {"no origin", {json, token}},
        {"a foreign origin", {json, token, {"Origin", "https://evil.example"}}},
        {"an allowed origin", {json, token, {"Origin", std::string(kWidgetOrigin)}}},
        {"an opaque origin", {json, token, {"Origin", "null"}}},
        {"another site", {json, token, origin, {"Sec-Fetch-Site", "cross-site"}}},
        {"a form", {{"Content-Type", "application/x-www-form-urlencoded"}, token, origin}},
        {"a form of text", {{"Content-Type", "text/plain"}, token, origin}},
        {"a form with files", {{"Content-Type", "multipart/form-data"}, token, origin}},
        {"no token", {json, origin}, false},
        {"another session's token", {json, origin, {"X-Staff-Token", other.token}}, false},
    };
    for (const Row& row : rows) {
      if (name == "POST login" && !row.concerns_signing_in) continue;
      CAPTURE(row.what);
      const Response response = site.Ask(admin, "POST", site.TargetOf(route), row.headers);
      CHECK(response.status == 403);
      CHECK(nlohmann::json::parse(response.body)["error"]["code"] == "forbidden");
    }
    // Nor by an address that a link or a picture could ask for.
    CHECK(site.Ask(admin, "GET", site.TargetOf(route), {}).status != 200);
    CHECK(site.Ask(admin, "GET", "/api/v1/staff/session", {}).status == 200);
  }
}

TEST_CASE("no route of staff answers pages of another origin, be it an allowed one") {
  const WholeSite site;
  const Caller admin = site.SignIn("admin");
  const Header origin{"Origin", std::string(kWidgetOrigin)};
  for (const Route& route : site.routes()) {
    const std::string target = WholeSite::TargetOf(route);
    if (!target.starts_with("/api/")) continue;
    CAPTURE(target);
    const bool is_staff = target.starts_with(kStaff);
    const Response preflight = site.Ask(admin, "OPTIONS", target,
                                        {origin, {"Access-Control-Request-Method", route.method}});
    CHECK(preflight.status == (is_staff ? 405 : 204));
    const Response answer =
        site.Ask(admin, route.method, target, {origin, {"Content-Type", "application/json"}});
    for (const Response& response : {preflight, answer}) {
      CHECK(FindHeader(response.headers, "Access-Control-Allow-Origin").has_value() != is_staff);
      CHECK_FALSE(FindHeader(response.headers, "Access-Control-Allow-Credentials"));
      CHECK(FindHeader(response.headers, "Vary") == (is_staff ? "Cookie" : "Origin"));
      CHECK(FindHeader(response.headers, "Cache-Control") == "no-store");
    }
  }
}

TEST_CASE("no route of the whole site answers without the headers that protect the browser") {
  const WholeSite site;
  for (const Route& route : site.routes()) {
    CAPTURE(route.path);
    const Response response = site.AskWell({}, route);
    for (const std::string_view name :
         {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
          "Strict-Transport-Security", "Content-Security-Policy", "Cross-Origin-Resource-Policy",
          "Cache-Control"}) {
      CAPTURE(name);
      CHECK(CountHeaders(response.headers, name) == 1);
    }
    const bool is_staff =
        route.surface == Surface::kStaffApi || route.surface == Surface::kStaffPage;
    if (is_staff) CHECK(FindHeader(response.headers, "Cache-Control") == "no-store");
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
