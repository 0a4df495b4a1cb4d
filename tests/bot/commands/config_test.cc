#include "bot/commands/config.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::commands {
namespace {

std::string Problem(std::string_view yaml) {
  kb::Diagnostics diagnostics;
  if (ParseConfig(yaml, "p.yaml", diagnostics)) return "";
  REQUIRE_FALSE(diagnostics.empty());
  return kb::FormatDiagnostic(diagnostics.front());
}

TEST_CASE("a configuration is read") {
  kb::Diagnostics diagnostics;
  const auto config = ParseConfig(
      "data: /srv/pomocnik\nkb: /srv/kb\nlisten: '[::1]:9000'\n"
      "allowed_origins:\n  - https://www.example.si\n  - http://localhost:3000\n",
      "p.yaml", diagnostics);
  REQUIRE(config);
  CHECK(config->data == "/srv/pomocnik");
  CHECK(config->kb == "/srv/kb");
  CHECK(config->listen == "[::1]:9000");
  CHECK(config->allowed_origins ==
        std::vector<std::string>{"https://www.example.si", "http://localhost:3000"});
  CHECK(diagnostics.empty());
}

TEST_CASE("pages without an origin of their own may be named among the origins") {
  kb::Diagnostics diagnostics;
  const auto config =
      ParseConfig("allowed_origins: ['null', 'file://', https://a.si]\n", "p.yaml", diagnostics);
  REQUIRE(config);
  CHECK(config->allowed_origins == std::vector<std::string>{"null", "file://", "https://a.si"});
}

TEST_CASE("limits are read, and those that are not named stay as they usually are") {
  kb::Diagnostics diagnostics;
  const auto config = ParseConfig(
      "limits:\n  requests_per_second: 50\n  messages_per_day: 1000000\nstate_limit_mb: 8\n"
      "trusted_proxies: [192.0.2.10, '2001:db8::1']\n",
      "p.yaml", diagnostics);
  REQUIRE(config);
  CHECK(config->limits ==
        http::ClientRates{.requests_per_second = 50, .burst = 100, .messages_per_day = 1'000'000});
  CHECK(config->state_limit_mb == 8);
  CHECK(config->trusted_proxies == http::TrustedProxies{"192.0.2.10", "2001:db8::1"});
}

TEST_CASE("how long things are kept is read, and what is not named stays as it usually is") {
  kb::Diagnostics diagnostics;
  const auto config = ParseConfig(
      "retention:\n  texts_days: 30\n  events_days: 8\nstale_months: 6\nages: {release: 24, "
      "legislation: 12}\n",
      "p.yaml", diagnostics);
  REQUIRE(config);
  CHECK(config->retention == RetentionRules{.texts = std::chrono::days(30),
                                            .events = std::chrono::days(8),
                                            .episodes = std::chrono::days(800)});
  CHECK(config->stale_ages.Of(kb::Kind::kTip) == std::chrono::months(6));
  CHECK(config->stale_ages.Of(kb::Kind::kRelease) == std::chrono::months(24));
  CHECK(config->stale_ages.Of(kb::Kind::kLegislation) == std::chrono::months(12));
}

TEST_CASE("what the statistics go by is read, within its bounds") {
  kb::Diagnostics diagnostics;
  const auto config =
      ParseConfig("deflection_window_days: 30\nholdout_share: 0.1\n", "p.yaml", diagnostics);
  REQUIRE(config);
  CHECK(config->deflection_window_days == 30);
  CHECK(config->holdout_share == doctest::Approx(0.1));
  for (const char* wrong :
       {"holdout_share: 0.6", "holdout_share: -0.1", "holdout_share: x", "holdout_share: nan",
        "deflection_window_days: 0", "deflection_window_days: 366"}) {
    CAPTURE(wrong);
    CHECK(Problem(wrong).find("expected a") != std::string::npos);
  }
}

TEST_CASE("an empty configuration says nothing") {
  kb::Diagnostics diagnostics;
  const auto config = ParseConfig("# nothing\n", "p.yaml", diagnostics);
  REQUIRE(config);
  CHECK(config->listen.empty());
}

TEST_CASE("a wrong configuration is refused with its line") {
  struct Row {
    const char* yaml;
    const char* place;
  };
  const Row rows[] = {
      {"data: a\nport: 8080\n", "p.yaml:2: error: port: no such setting"},
      {"\nlisten: 8080\n", "p.yaml:2: error: listen: expected HOST:PORT"},
      {"data: [a]\n", "p.yaml:1: error: data: expected a text"},
      {"- a\n", "p.yaml:1: error: expected keys and values"},
      {"allowed_origins: https://a.si\n", "p.yaml:1: error: allowed_origins: expected a list"},
      {"allowed_origins:\n - https://a.si/\n",
       "p.yaml:2: error: allowed_origins: \"https://a.si/\""},
      {"allowed_origins: [a.si]\n", "p.yaml:1: error: allowed_origins: \"a.si\""},
      {"allowed_origins: ['*']\n", "p.yaml:1: error: allowed_origins: \"*\""},
      {"allowed_origins: [https://A.si]\n", "p.yaml:1: error: allowed_origins: \"https://A.si\""},
      {"allowed_origins: [null]\n", "p.yaml:1: error: allowed_origins: \"\""},
      {"allowed_origins: ['file:///srv']\n", "p.yaml:1: error: allowed_origins: \"file:///srv\""},
      {"limits: 5\n", "p.yaml:1: error: limits: expected keys and values"},
      {"limits:\n  burst: 0\n", "p.yaml:2: error: burst: expected a whole number from 1"},
      {"limits:\n  burst: 1000001\n", "p.yaml:2: error: burst: expected a whole number"},
      {"limits:\n  burst: 1.5\n", "p.yaml:2: error: burst: expected a whole number"},
      {"limits:\n  messages_per_day: many\n", "p.yaml:2: error: messages_per_day: expected"},
      {"limits:\n  requests: 5\n", "p.yaml:2: error: limits.requests: no such setting"},
      {"retention: 5\n", "p.yaml:1: error: retention: expected keys and values"},
      {"retention:\n  texts_days: 0\n",
       "p.yaml:2: error: texts_days: expected a whole number from 1"},
      {"retention:\n  events_days: 7\n",
       "p.yaml:2: error: events_days: expected a whole number from 8"},
      {"retention:\n  episodes_days: 9999\n", "p.yaml:2: error: episodes_days: expected"},
      {"retention:\n  logs_days: 5\n", "p.yaml:2: error: retention.logs_days: no such setting"},
      {"ages: {novel: 3}\n", "p.yaml:1: error: ages.novel: no such kind of article"},
      {"ages: {tip: 0}\n", "p.yaml:1: error: ages.tip: expected a whole number from 1 to 1200"},
      {"ages: 3\n", "p.yaml:1: error: ages: expected kinds of articles and numbers of months"},
      {"stale_months: 0\n",
       "p.yaml:1: error: stale_months: expected a whole number from 1 to 1200"},
      {"state_limit_mb: -1\n", "p.yaml:1: error: state_limit_mb: expected a whole number"},
      {"trusted_proxies: 10.0.0.1\n", "p.yaml:1: error: trusted_proxies: expected a list"},
      {"trusted_proxies:\n - proxy.example.si\n",
       "p.yaml:2: error: trusted_proxies: \"proxy.example.si\" is no IP address"},
      {"data: a\ndata: b\n", "p.yaml:2: error: "},
      {"data: [a\n", "p.yaml:"},
  };
  for (const Row& row : rows) {
    const std::string yaml = row.yaml;
    const std::string problem = Problem(yaml);
    CAPTURE(yaml);
    CAPTURE(problem);
    CHECK(problem.starts_with(row.place));
  }
}

TEST_CASE("an address is a host and a port") {
  CHECK(ParseAddress("127.0.0.1:8080") == Address{"127.0.0.1", 8080});
  CHECK(ParseAddress("localhost:0") == Address{"localhost", 0});
  CHECK(ParseAddress("[::1]:80") == Address{"::1", 80});
  for (const char* text :
       {"", "8080", ":8080", "a:", "a:b", "a:-1", "a:65536", "::1:80", "[]:80", "a:80x"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(ParseAddress(text));
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
