#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bot/http/routes.h"
#include "bot/http/server.h"
#include "tests/bot/http/openapi.h"
#include "tests/bot/http/route_site.h"
#include "tests/support/raw_http.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::FakeClock;
using testing::OpenApi;
using testing::RecordingLog;
using testing::RouteSite;

TEST_CASE(
    "every route that searches or writes has a limit, and those for operators and files have "
    "none") {
  RouteSite site;
  for (const Route& route : site.router.routes()) {
    CAPTURE(route.path);
    const bool is_limited = route.surface == Surface::kApi || route.surface == Surface::kF1Page;
    CHECK((route.cost != Cost::kNothing) == is_limited);
    CHECK((route.cost == Cost::kMessage) == (route.path == "/api/v1/chat"));
    CHECK((std::count(route.statuses.begin(), route.statuses.end(), 429) == 1) == is_limited);
  }
}

TEST_CASE("the page of a screen refuses with a page") {
  RouteSite site;
  site.router.Apply({.allowed_origins = {}, .client_rates = {.burst = 1}});
  const RequestHead head{
      "GET", "/f1/icenter/fakt.racun?lang=hr", {{"Host", "localhost"}}, "198.51.100.7"};
  CHECK_FALSE(site.router.AnswerHead(head));
  const auto refused = site.router.AnswerHead(head);
  REQUIRE(refused);
  CHECK(refused->status == 429);
  CHECK(refused->content_type == "text/html; charset=utf-8");
  CHECK(refused->body.find("Previše zahtjeva") != std::string::npos);
  CHECK(FindHeader(refused->headers, "Retry-After") == "1");
  CHECK(FindHeader(refused->headers, "Content-Security-Policy")->find("frame-ancestors 'self'") !=
        std::string::npos);
}

TEST_CASE("/metrics tells how large the state is and may become, as long as it can be read") {
  RouteSite site;
  const std::string known = site.Get("/metrics").body;
  CHECK(known.find("\npomocnik_state_bytes 1024\n") != std::string::npos);
  CHECK(known.find("\npomocnik_state_limit_bytes 4096\n") != std::string::npos);
  site.state_status = Error::Unavailable("read state: disk I/O error");
  const Response unknown = site.Get("/metrics");
  CHECK(unknown.status == 200);
  CHECK(unknown.body.find("pomocnik_state_bytes") == std::string::npos);
}

TEST_CASE(
    "over a socket, a request counts once towards the limits of the client that the proxy names") {
  using testing::Exchange;
  using testing::StatusOf;
  const Handler say = [](const Request&) { return Response{}; };
  const FakeClock clock;
  RecordingLog log;
  RequestCounters counters;
  ClientLimits limits(clock);
  const Router router({{"GET", "/read", Surface::kApi, {200}, say, Cost::kMessage},
                       {"POST", "/write", Surface::kApi, {200}, say, Cost::kMessage}},
                      {.allowed_origins = {}, .client_rates = {.messages_per_day = 3}}, counters,
                      limits);
  ListenerCounters connections;
  ServerOptions options;
  options.listen.port = 0;
  const auto server = Server::Start(options, router, connections, log);
  REQUIRE(server);
  const auto ask = [&](std::string request, const std::string& client) {
    request.insert(request.find("Host:"), "X-Real-IP: " + client + "\r\n");
    return StatusOf(Exchange((*server)->port(), request));
  };
  for (const int status : {200, 200, 200, 429, 429}) {
    CHECK(ask(testing::GetRequest("/read"), "198.51.100.7") == status);
    CHECK(ask(testing::GetRequest("/read"), "198.51.100.8") == status);
    CHECK(ask(testing::PostRequest("/write", "{}"), "2001:db8::1") == status);
  }
  // What is refused for what it is does not count.
  for (int i = 0; i < 5; ++i) CHECK(ask(testing::GetRequest("/write"), "198.51.100.9") == 405);
  CHECK(ask(testing::GetRequest("/read"), "198.51.100.9") == 200);
}

TEST_CASE("a conversation that is too fast or too long is told so") {
  RouteSite site;
  site.Publish();
  const Json first =
      Json::parse(site.Post("/api/v1/chat", R"({"message": "Zdravo", "key": "key-first"})").body);
  const std::string secret = first["conversation"]["secret"];
  const auto say = [&](int number) {
    const Json body = {{"message", "Zdravo"},
                       {"key", "key-" + std::to_string(10'000 + number)},
                       {"conversation", first["conversation"]["id"]},
                       {"lang", "en"}};
    return site.Post("/api/v1/chat", body.dump(), {{"X-Conversation-Secret", secret}});
  };
  int number = 0;
  while (number < 30) REQUIRE(say(number++).status == 200);
  const Response fast = say(number);
  CHECK(fast.status == 429);
  CHECK(Json::parse(fast.body)["error"]["code"] == "rate_limited");
  CHECK(FindHeader(fast.headers, "Retry-After") == "10");
  CHECK(OpenApi().CheckText("Error", fast.body) == "");

  while (number < 199) {
    site.clock.Tick(std::chrono::seconds(10));
    REQUIRE(say(number++).status == 200);
  }
  site.clock.Tick(std::chrono::seconds(10));
  const Response full = say(number);
  CHECK(full.status == 429);
  CHECK(Json::parse(full.body)["error"]["code"] == "conversation_full");
  CHECK_FALSE(FindHeader(full.headers, "Retry-After"));
  CHECK(full.body.find("start a new one") != std::string::npos);
  CHECK(OpenApi().CheckText("Error", full.body) == "");

  const std::string metrics = site.Get("/metrics").body;
  for (const std::string_view line :
       {"pomocnik_limited_requests_total{reason=\"client_requests\"} 0\n",
        "pomocnik_limited_requests_total{reason=\"client_messages\"} 0\n",
        "pomocnik_limited_requests_total{reason=\"conversation_rate\"} 1\n",
        "pomocnik_limited_requests_total{reason=\"conversation_full\"} 1\n"}) {
    CAPTURE(line);
    CHECK(metrics.find(line) != std::string::npos);
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
