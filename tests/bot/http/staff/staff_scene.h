// The staff pages' server without sockets: the real door, routes and state, accounts in a folder of the test's own.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "bot/http/router.h"
#include "bot/http/staff/session_routes.h"
#include "bot/http/staff/sign_in.h"
#include "bot/http/staff/staff_door.h"
#include "bot/identity_keys.h"
#include "bot/staff/account_file.h"
#include "bot/store/sqlite_turn_store.h"
#include "tests/support/cheap_hash.h"
#include "tests/support/fake_clock.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {

inline constexpr std::string_view kPassword = "čebela kolo tunel marmor";
inline constexpr std::string_view kCodeSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

// A browser that is signed in, or not yet.
struct Browser {
  std::string cookie;  // "__Host-staff=…"; empty: none
  std::string token;
  std::string address = "192.0.2.1";
};

class StaffScene {
 public:
  FakeClock clock;
  RecordingLog log;
  TempFolder folder;
  std::unique_ptr<bot::SqliteTurnStore> state =
      *bot::SqliteTurnStore::Open(folder.path().string(), log);
  bot::SignInCounters counters;

  // `more` are routes behind the door besides those of sessions.
  explicit StaffScene(std::vector<bot::http::StaffRoute> more = {},
                      bot::HashThreadsOptions hashing = {})
      : hashes_(hashing), router_(Routes(std::move(more)), {}, requests_, limits_) {
    SetAccounts({AccountOf("ana", bot::Role::kAdmin), AccountOf("bor", bot::Role::kViewer),
                 AccountOf("cene", bot::Role::kCurator)});
  }

  static bot::Account AccountOf(std::string name, bot::Role role, std::string stamp = "first") {
    static const std::string kHash = CheapHash(kPassword);
    return {.name = std::move(name),
            .role = role,
            .password_hash = kHash,
            .code_secret = "",
            .stamp = std::move(stamp),
            .changed_at = FakeClock().Now()};
  }

  void SetAccounts(const bot::Accounts& accounts) {
    (void)bot::WriteAccounts(bot::StaffFile(folder.path().string()), accounts);
  }

  bot::http::Response Get(const Browser& browser, std::string target) {
    return Ask(browser, "GET", std::move(target), "", {});
  }

  // As a page of ours sends it.
  bot::http::Response Post(const Browser& browser, std::string target, std::string body = "{}") {
    bot::http::Headers headers = {{"Origin", "https://pomoc.example.si"},
                                  {"Sec-Fetch-Site", "same-origin"},
                                  {"Content-Type", "application/json"}};
    if (!browser.token.empty()) headers.push_back({"X-Staff-Token", browser.token});
    return Ask(browser, "POST", std::move(target), std::move(body), std::move(headers));
  }

  // With these headers besides Host, the cookie and the length.
  bot::http::Response Ask(const Browser& browser, std::string method, std::string target,
                          std::string body, bot::http::Headers headers) {
    headers.push_back({"Host", "pomoc.example.si"});
    if (!browser.cookie.empty()) headers.push_back({"Cookie", "a=b; " + browser.cookie});
    if (method == "POST") headers.push_back({"Content-Length", std::to_string(body.size())});
    return router_.Answer(
        {std::move(method), std::move(target), std::move(headers), browser.address},
        std::move(body));
  }

  bot::http::Response SignIn(const std::string& name, std::string_view password,
                             const Browser& browser = {}, const std::string& code = "") {
    nlohmann::json body = {{"name", name}, {"password", password}};
    if (!code.empty()) body["code"] = code;
    return Post(browser, "/api/v1/staff/login", body.dump());
  }

  // A browser that took what the response gives it.
  static Browser Take(const bot::http::Response& response) {
    Browser browser;
    const std::string cookie(bot::http::FindHeader(response.headers, "Set-Cookie").value_or(""));
    browser.cookie = cookie.substr(0, cookie.find(';'));
    browser.token = nlohmann::json::parse(response.body).value("csrf", "");
    return browser;
  }

  Browser SignedIn(const std::string& name) { return Take(SignIn(name, kPassword)); }

  const std::vector<bot::http::Route>& routes() const { return router_.routes(); }

  // Lets pages of that origin show the widget.
  void Allow(const std::string& origin) {
    bot::http::Settings settings;
    settings.allowed_origins = {origin};
    router_.Apply(settings);
  }

  // Waits until what was noted without waiting is kept.
  void Settle() { (void)state->staff().UseCode("nobody", ++settled_); }

 private:
  std::vector<bot::http::Route> Routes(std::vector<bot::http::StaffRoute> more) {
    std::vector<bot::http::Route> routes = {bot::http::SignInRoute(parts_)};
    for (auto& route : bot::http::SessionRoutes(parts_)) more.push_back(std::move(route));
    for (auto& route : bot::http::BehindDoor(std::move(more), door_)) {
      routes.push_back(std::move(route));
    }
    return routes;
  }

  bot::IdentityKeys keys_ = *bot::IdentityKeys::Open(folder.File("key"));
  bot::AccountFile accounts_{bot::StaffFile(folder.path().string())};
  bot::HashThreads hashes_;
  bot::http::StaffParts parts_{accounts_, state->staff(), state->staff(), hashes_,
                               keys_,     counters,       clock,          log};
  bot::http::StaffDoor door_{parts_};
  bot::http::RequestCounters requests_;
  bot::http::ClientLimits limits_{clock};
  bot::http::Router router_;
  std::int64_t settled_ = 0;
};

}  // namespace pomocnik::testing
