#include "bot/http/router.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/fake_clock.h"

namespace pomocnik::bot::http {
namespace {

Response Say(std::string text) {
  Response response;
  response.content_type = "text/plain";
  response.body = std::move(text);
  return response;
}

std::vector<Route> Routes() {
  return {
      {"GET", "/", Surface::kPage, {200}, [](const Request&) { return Say("home"); }},
      {"GET", "/widget.js", Surface::kWidget, {200}, [](const Request&) { return Say("js"); }},
      {"GET",
       "/api/v1/articles/{id}",
       Surface::kApi,
       {200},
       [](const Request& request) { return Say(request.path_parameters[0]); },
       Cost::kRequest},
      {"GET",
       "/f1/{app}/{screen}",
       Surface::kF1Page,
       {200},
       [](const Request& request) {
         return Say(request.path_parameters[0] + "|" + request.path_parameters[1] + "|" +
                    std::string(LanguageCode(request.language)));
       },
       Cost::kRequest},
      {"POST",
       "/api/v1/chat",
       Surface::kApi,
       {200},
       [](const Request& request) { return Say("[" + request.body + "]"); },
       Cost::kMessage},
  };
}

struct RoutedSite {
  RequestCounters counters;
  testing::FakeClock clock;
  ClientLimits limits{clock};
  Router router{Routes(),
                {.allowed_origins = {"https://www.example.si", "https://b.example:8443"},
                 .client_rates = {.requests_per_second = 1, .burst = 3, .messages_per_day = 2}},
                counters,
                limits};

  Response Ask(std::string method, std::string target, Headers headers = {},
               std::string body = "") {
    headers.push_back({"Host", "localhost"});
    if (method == "POST") headers.push_back({"Content-Length", std::to_string(body.size())});
    return router.Answer({std::move(method), std::move(target), std::move(headers), "127.0.0.1"},
                         std::move(body));
  }
};

// As the server asks: the head first, and only what may go on is answered.
Response Serve(RoutedSite& site, std::string method, std::string target, Headers headers = {},
               std::string peer = "198.51.100.7") {
  headers.push_back({"Host", "localhost"});
  if (method == "POST") {
    headers.push_back({"Content-Type", "application/json"});
    headers.push_back({"Content-Length", "2"});
  }
  const RequestHead head{std::move(method), std::move(target), std::move(headers), std::move(peer)};
  if (auto answer = site.router.AnswerHead(head)) return std::move(*answer);
  return site.router.Answer(head, head.method == "POST" ? "{}" : "");
}

std::string Value(const Response& response, std::string_view name) {
  return std::string(FindHeader(response.headers, name).value_or("(none)"));
}

TEST_CASE("a request finds its route by method and path") {
  struct Row {
    std::string_view method;
    std::string_view target;
    int status;
    std::string_view body;  // empty: not looked at
  };
  const Row rows[] = {
      {"GET", "/", 200, "home"},
      {"HEAD", "/", 200, "home"},
      {"GET", "/api/v1/articles/a-b", 200, "a-b"},
      {"GET", "/api/v1/articles/a-b?lang=en", 200, "a-b"},
      {"GET", "/api/v1/articles/ra%C4%8Dun", 200, "račun"},
      {"GET", "/api/v1/articles/..%2f..%2fetc", 200, "../../etc"},
      {"GET", "/api/v1/articles/", 404, ""},
      {"GET", "/api/v1/articles/a/b", 404, ""},
      {"GET", "/f1/icenter/fakt.racun", 200, "icenter|fakt.racun|sl"},
      {"GET", "/f1/icenter/x?lang=hr", 200, "icenter|x|hr"},
      {"GET", "/widget.jsx", 404, ""},
      {"GET", "/widget.js/", 404, ""},
      {"GET", "//widget.js", 404, ""},
      {"GET", "/{id}", 404, ""},
      {"GET", "/%zz", 400, ""},
      {"POST", "/", 405, ""},
      {"DELETE", "/api/v1/chat", 411, ""},
      {"OPTIONS", "/api/v1/chat", 405, ""},
      {"GET", "/api/v1/chat", 405, ""},
      {"POST", "/api/v1/chat", 415, ""},
      {"POST", "/nowhere", 404, ""},
  };
  RoutedSite site;
  for (const Row& row : rows) {
    CAPTURE(row.method);
    CAPTURE(row.target);
    const Response response = site.Ask(std::string(row.method), std::string(row.target));
    CHECK(response.status == row.status);
    if (!row.body.empty()) CHECK(response.body == row.body);
    if (response.status >= 400) CHECK(response.body.starts_with("{\"error\":{\"code\":\""));
  }
}

TEST_CASE("a method that a path does not have is answered with those it has") {
  RoutedSite site;
  CHECK(Value(site.Ask("GET", "/api/v1/chat"), "Allow") == "POST");
  CHECK(Value(site.Ask("POST", "/"), "Allow") == "GET, HEAD");
}

TEST_CASE("a body is taken as JSON only") {
  RoutedSite site;
  CHECK(site.Ask("POST", "/api/v1/chat", {{"Content-Type", "application/json"}}, "{}").body ==
        "[{}]");
  CHECK(
      site.Ask("POST", "/api/v1/chat", {{"Content-Type", "application/json; charset=utf-8"}}, "{}")
          .body == "[{}]");
  for (const std::string_view type :
       {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""}) {
    CAPTURE(type);
    CHECK(site.Ask("POST", "/api/v1/chat", {{"Content-Type", std::string(type)}}, "{}").status ==
          415);
  }
}

TEST_CASE("a body is not asked for when the head is refused already") {
  RoutedSite site;
  const Headers headers = {
      {"Host", "a"}, {"Content-Length", "2"}, {"Content-Type", "application/json"}};
  CHECK_FALSE(site.router.AnswerHead({"POST", "/api/v1/chat", headers, ""}));
  CHECK(site.router.AnswerHead({"POST", "/", headers, ""})->status == 405);
}

TEST_CASE("errors are told in the caller's language") {
  RoutedSite site;
  CHECK(site.Ask("GET", "/x").body.find("Na tem naslovu ni ničesar.") != std::string::npos);
  CHECK(site.Ask("GET", "/x?lang=en").body.find("nothing at this address") != std::string::npos);
  CHECK(site.Ask("GET", "/x", {{"Accept-Language", "hr"}}).body.find("nema ničega") !=
        std::string::npos);
}

std::vector<Route> RestRoutes() {
  const auto say = [](const Request& request) {
    std::string text = "(";
    for (const std::string& parameter : request.path_parameters) text += parameter + ")";
    for (const std::string& origin : request.allowed_origins) text += " " + origin;
    return Say(text);
  };
  std::vector<Route> routes = {
      {"GET", "/f1/{app}/{screen}", Surface::kF1Page, {200}, say, Cost::kRequest},
      {"GET", "/f1/{app}", Surface::kF1Page, {200}, say, Cost::kRequest},
      {"GET", "/f1", Surface::kF1Page, {200}, say, Cost::kRequest},
      {"GET", "/api/v1/a", Surface::kApi, {200}, say}};
  for (std::size_t i = 0; i < 3; ++i) {
    routes[i].claim = Claim::kRest;
    routes[i].refuse = [](const Refusal& refusal, Language language) {
      Response page = Refuse(refusal, language);
      page.content_type = "text/html";
      return page;
    };
  }
  return routes;
}

TEST_CASE("a route may take all that is left of a path, however it is written") {
  struct Row {
    std::string target;
    int status;
    std::string_view body;  // empty: a refusal as that route makes it
  };
  const Row rows[] = {
      {"/f1", 200, "( https://a.example"},
      {"/f1?x", 200, "( https://a.example"},
      {"/f1/", 200, "() https://a.example"},
      {"/f1/icenter", 200, "(icenter) https://a.example"},
      {"/f1/icenter/", 200, "(icenter)) https://a.example"},
      {"/f1/icenter/FAK", 200, "(icenter)FAK) https://a.example"},
      {"/f1/icenter/FAK/Gumb/", 200, "(icenter)FAK/Gumb/) https://a.example"},
      {"/f1//FAK", 200, "(/FAK) https://a.example"},
      {"/f1/icenter/100%", 200, "(icenter)100%) https://a.example"},
      {"/f1/icenter/ra%E8un", 200, "(icenter)račun) https://a.example"},
      {"/f1/icenter/a%0ab", 200, "(icenter)a b) https://a.example"},
      {"/f1/icenter/" + std::string(2000, 'a'), 414, ""},
      {"/api/v1/a", 200, "("},
  };
  RequestCounters counters;
  testing::FakeClock clock;
  ClientLimits limits{clock};
  const Router router{RestRoutes(),
                      {.allowed_origins = {"https://a.example"}, .client_rates = {}},
                      counters,
                      limits};
  const auto ask = [&](std::string method, const std::string& target) {
    return router.Answer({std::move(method), target, {{"Host", "localhost"}}, "127.0.0.1"}, "");
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response response = ask("GET", row.target);
    CHECK(response.status == row.status);
    if (row.body.empty()) {
      CHECK(response.content_type == "text/html");
      CHECK(Value(response, "Content-Security-Policy").find("https://a.example") !=
            std::string::npos);
    } else {
      CHECK(response.body == row.body);
    }
  }
  CHECK(ask("DELETE", "/f1/icenter").content_type == "text/html");
  for (const std::string target : {"/f1x", "/F1/a", "/f1x/a/b", "/api/v1/a/", "/api/v1/%"}) {
    CAPTURE(target);
    CHECK(ask("GET", target).content_type == "application/json");
  }
}

TEST_CASE("every response says what a browser may do with it") {
  struct Row {
    std::string_view target;
    std::string_view cache;
    std::string_view resource_policy;
    std::string_view frames;
  };
  const Row rows[] = {
      {"/", "no-cache", "same-origin", "frame-ancestors 'none'; frame-src 'self'"},
      {"/widget.js", "no-cache", "cross-origin", "frame-ancestors 'none'"},
      {"/api/v1/articles/a", "no-store", "same-origin", "frame-ancestors 'none'"},
      {"/f1/a/b", "no-store", "same-origin",
       "frame-ancestors 'self' https://www.example.si https://b.example:8443"},
      {"/nowhere", "no-store", "same-origin", "frame-ancestors 'none'"},
      {"/api/v1/chat", "no-store", "same-origin", "frame-ancestors 'none'"},
  };
  RoutedSite site;
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response response = site.Ask("GET", std::string(row.target));
    CHECK(Value(response, "X-Content-Type-Options") == "nosniff");
    CHECK(Value(response, "Referrer-Policy") == "strict-origin-when-cross-origin");
    CHECK(Value(response, "Strict-Transport-Security") == "max-age=31536000");
    CHECK(Value(response, "Permissions-Policy") != "(none)");
    CHECK(Value(response, "Cache-Control") == row.cache);
    CHECK(Value(response, "Cross-Origin-Resource-Policy") == row.resource_policy);
    const std::string policy = Value(response, "Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none'"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find(row.frames) != std::string::npos);
  }
}

TEST_CASE("only pages of the listed origins may read the API") {
  RoutedSite site;
  for (const std::string_view origin : {"https://www.example.si", "https://b.example:8443"}) {
    CAPTURE(origin);
    const Response response =
        site.Ask("GET", "/api/v1/articles/a", {{"Origin", std::string(origin)}});
    CHECK(Value(response, "Access-Control-Allow-Origin") == origin);
    CHECK(Value(response, "Vary") == "Origin");
    CHECK(Value(response, "Access-Control-Allow-Credentials") == "(none)");
  }
  for (const std::string_view origin :
       {"null", "", "*", "https://example.si", "http://www.example.si", "https://www.example.si.",
        "https://www.example.si:443", "https://www.example.si/", "https://WWW.example.si",
        "https://www.example.si.evil.test", "https://evil-www.example.si", "https://b.example",
        "https://b.example:84430", "https://www.example.si, https://b.example:8443"}) {
    CAPTURE(origin);
    const Response response =
        site.Ask("GET", "/api/v1/articles/a", {{"Origin", std::string(origin)}});
    CHECK(response.status == 200);
    CHECK(Value(response, "Access-Control-Allow-Origin") == "(none)");
    CHECK(Value(response, "Vary") == "Origin");
  }
}

TEST_CASE("other origins may be listed while requests come") {
  RoutedSite site;
  site.router.Apply({{"https://new.example"}, {}});
  const auto allowed = [&](std::string origin) {
    const Response page = site.Ask("GET", "/f1/a/b");
    return Value(site.Ask("GET", "/api/v1/articles/a", {{"Origin", origin}}),
                 "Access-Control-Allow-Origin") == origin &&
           Value(page, "Content-Security-Policy").find(origin) != std::string::npos;
  };
  CHECK(allowed("https://new.example"));
  CHECK_FALSE(allowed("https://www.example.si"));
}

TEST_CASE("pages without an origin of their own may be listed, too") {
  RoutedSite site;
  site.router.Apply({{"null", "file://", "https://a.si"}, {}});
  for (const std::string origin : {"null", "file://", "https://a.si"}) {
    CAPTURE(origin);
    const Response response = site.Ask("GET", "/api/v1/articles/a", {{"Origin", origin}});
    CHECK(Value(response, "Access-Control-Allow-Origin") == origin);
  }
  // frame-ancestors has a word for files, and none for null.
  const std::string policy = Value(site.Ask("GET", "/f1/a/b"), "Content-Security-Policy");
  CHECK(policy.ends_with("frame-ancestors 'self' file: https://a.si"));
}

TEST_CASE("a preflight of a listed origin is answered and no other") {
  RoutedSite site;
  const Header asks = {"Access-Control-Request-Method", "POST"};
  const Response yes =
      site.Ask("OPTIONS", "/api/v1/chat", {asks, {"Origin", "https://www.example.si"}});
  CHECK(yes.status == 204);
  CHECK(Value(yes, "Access-Control-Allow-Origin") == "https://www.example.si");
  CHECK(Value(yes, "Access-Control-Allow-Headers") == "Content-Type, X-Conversation-Secret");
  const Response no = site.Ask("OPTIONS", "/api/v1/chat", {asks, {"Origin", "https://evil.test"}});
  CHECK(no.status == 405);
  CHECK(Value(no, "Access-Control-Allow-Origin") == "(none)");
}

TEST_CASE("a client that asks too much is told when to come back, before its body is read") {
  RoutedSite site;
  for (int i = 0; i < 3; ++i) CHECK(Serve(site, "GET", "/api/v1/articles/a").status == 200);
  const Response refused =
      Serve(site, "GET", "/api/v1/articles/a", {{"Origin", "https://b.example:8443"}});
  CHECK(refused.status == 429);
  CHECK(Value(refused, "Retry-After") == "1");
  CHECK(refused.body.starts_with(R"({"error":{"code":"rate_limited","message":"Preveč zahtev)"));
  CHECK(Value(refused, "Access-Control-Allow-Origin") == "https://b.example:8443");
  CHECK(Value(refused, "Cache-Control") == "no-store");
  CHECK(site.counters.Get("/api/v1/articles/{id}", 429) == 1);
  CHECK(site.limits.refused_requests() == 1);

  const Headers post = {
      {"Host", "a"}, {"Content-Length", "2"}, {"Content-Type", "application/json"}};
  const auto unread = site.router.AnswerHead({"POST", "/api/v1/chat", post, "198.51.100.7"});
  REQUIRE(unread);
  CHECK(unread->status == 429);

  CHECK(Serve(site, "GET", "/api/v1/articles/a", {}, "198.51.100.8").status == 200);
  site.clock.Tick(std::chrono::seconds(1));
  CHECK(Serve(site, "GET", "/api/v1/articles/a").status == 200);
  CHECK(Serve(site, "GET", "/api/v1/articles/a").status == 429);
}

TEST_CASE("messages cost a request and a message, once each") {
  RoutedSite site;
  CHECK(Serve(site, "POST", "/api/v1/chat").status == 200);
  CHECK(Serve(site, "POST", "/api/v1/chat").status == 200);
  const Response refused = Serve(site, "POST", "/api/v1/chat?lang=en");
  CHECK(refused.status == 429);
  CHECK(Value(refused, "Retry-After") == "43200");
  CHECK(refused.body.find("from your network today") != std::string::npos);
  CHECK(site.limits.refused_messages() == 1);
}

TEST_CASE("the limits can be changed while requests come") {
  RoutedSite site;
  for (int i = 0; i < 3; ++i) CHECK(Serve(site, "GET", "/f1/a/b").status == 200);
  CHECK(Serve(site, "GET", "/f1/a/b").status == 429);
  site.router.Apply({.allowed_origins = {}, .client_rates = {}});
  for (int i = 0; i < 100; ++i) CHECK(Serve(site, "GET", "/f1/a/b").status == 200);
  CHECK(Serve(site, "GET", "/f1/a/b").status == 429);
}

TEST_CASE("what is no question to the assistant costs nothing") {
  RoutedSite site;
  const Headers preflight = {{"Access-Control-Request-Method", "POST"},
                             {"Origin", "https://www.example.si"}};
  for (int i = 0; i < 20; ++i) {
    CHECK(Serve(site, "GET", "/widget.js").status == 200);
    CHECK(Serve(site, "GET", "/nowhere").status == 404);
    CHECK(Serve(site, "OPTIONS", "/api/v1/chat", preflight).status == 204);
  }
  CHECK(Serve(site, "GET", "/api/v1/articles/a").status == 200);
}

TEST_CASE("requests are counted by route and class of status") {
  RoutedSite site;
  site.Ask("GET", "/api/v1/articles/a");
  site.Ask("GET", "/api/v1/articles/b");
  site.Ask("GET", "/nowhere");
  CHECK(site.counters.Get("/api/v1/articles/{id}", 200) == 2);
  CHECK(site.counters.Get("other", 404) == 1);
  CHECK(site.counters.Render().find(
            "pomocnik_requests_total{route=\"/api/v1/articles/{id}\",status=\"2xx\"} 2\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot::http
