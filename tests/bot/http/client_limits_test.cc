#include "bot/http/client_limits.h"

#include <doctest/doctest.h>

#include "tests/support/fake_clock.h"

namespace pomocnik::bot::http {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

// How many of so many requests may go on.
int Admitted(ClientLimits& limits, std::string_view client, Cost cost, int requests) {
  int admitted = 0;
  for (int i = 0; i < requests; ++i) {
    if (!limits.Admit(client, cost)) ++admitted;
  }
  return admitted;
}

TEST_CASE("a client may ask a burst, and then so much a second") {
  testing::FakeClock clock;
  ClientLimits limits(clock);
  CHECK(Admitted(limits, "198.51.100.7", Cost::kRequest, 150) == 100);
  CHECK(limits.refused_requests() == 50);
  CHECK(Admitted(limits, "198.51.100.8", Cost::kRequest, 1) == 1);
  clock.Tick(seconds(1));
  CHECK(Admitted(limits, "198.51.100.7", Cost::kRequest, 150) == 10);
  const auto refusal = limits.Admit("198.51.100.7", Cost::kRequest);
  REQUIRE(refusal);
  CHECK(refusal->problem == Problem::kTooManyRequests);
  CHECK(refusal->retry_after == std::chrono::milliseconds(100));
}

TEST_CASE("all addresses of one /64 are one client") {
  testing::FakeClock clock;
  ClientLimits limits(clock);
  int admitted = 0;
  for (int i = 0; i < 200; ++i) {
    if (!limits.Admit("2001:db8::" + std::to_string(i), Cost::kRequest)) ++admitted;
  }
  CHECK(admitted == 100);
  CHECK_FALSE(limits.Admit("2001:db8:0:1::1", Cost::kRequest));
}

TEST_CASE("messages have a limit a day besides") {
  testing::FakeClock clock;
  ClientLimits limits(clock, {.requests_per_second = 100, .burst = 1000, .messages_per_day = 240});
  CHECK(Admitted(limits, "198.51.100.7", Cost::kMessage, 250) == 240);
  const auto refusal = limits.Admit("198.51.100.7", Cost::kMessage);
  REQUIRE(refusal);
  CHECK(refusal->problem == Problem::kTooManyMessages);
  CHECK(refusal->retry_after == std::chrono::minutes(6));
  CHECK(limits.refused_messages() == 11);
  CHECK(limits.refused_requests() == 0);
  // Reading goes on, and the messages come back evenly.
  CHECK(Admitted(limits, "198.51.100.7", Cost::kRequest, 100) == 100);
  clock.Tick(hours(1));
  CHECK(Admitted(limits, "198.51.100.7", Cost::kMessage, 50) == 10);
}

TEST_CASE("what costs nothing is never refused") {
  testing::FakeClock clock;
  ClientLimits limits(clock, {.requests_per_second = 1, .burst = 1, .messages_per_day = 1});
  CHECK(Admitted(limits, "198.51.100.7", Cost::kNothing, 100) == 100);
  CHECK(Admitted(limits, "198.51.100.7", Cost::kMessage, 100) == 1);
  CHECK(Admitted(limits, "198.51.100.7", Cost::kNothing, 100) == 100);
}

TEST_CASE("limits can be changed while the service runs") {
  testing::FakeClock clock;
  ClientLimits limits(clock, {.requests_per_second = 1, .burst = 2, .messages_per_day = 2});
  CHECK(Admitted(limits, "198.51.100.7", Cost::kMessage, 10) == 2);
  limits.Configure({.requests_per_second = 1, .burst = 20, .messages_per_day = 5});
  CHECK(Admitted(limits, "198.51.100.7", Cost::kMessage, 10) == 5);
}

}  // namespace
}  // namespace pomocnik::bot::http
