#include "bot/staff/session.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot {
namespace {

using namespace std::chrono_literals;

TEST_CASE("a session ends after half an hour without a request, and after twelve hours") {
  struct Row {
    std::chrono::milliseconds since_begin;
    std::chrono::milliseconds since_seen;
    SessionState state;
  };
  using enum SessionState;
  const Row rows[] = {
      {0ms, 0ms, kOpen},
      {30min - 1ms, 30min - 1ms, kOpen},
      {30min, 30min, kEnded},
      {12h - 1ms, 0ms, kOpen},
      {12h, 0ms, kEnded},
      {12h, 1min, kEnded},
      // The clock was set back.
      {-5min, -5min, kOpen},
      {-5min - 1ms, -5min - 1ms, kEnded},
      {1h, -6min, kEnded},
  };
  const Instant now = *ParseRfc3339("2026-11-23T09:00:00Z");
  for (const Row& row : rows) {
    CAPTURE(row.since_begin.count());
    CAPTURE(row.since_seen.count());
    SessionRecord session;
    session.created_at = now - row.since_begin;
    session.seen_at = now - row.since_seen;
    CHECK(StateOf(session, now) == row.state);
  }
}

TEST_CASE(
    "an id is 256 bits that nobody had before, and its digest and token do not give it away") {
  const std::string id = NewSessionId();
  CHECK(id.size() == 43);
  CHECK(id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
  CHECK(NewSessionId() != id);
  CHECK(SessionDigest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(SessionToken(id).size() == 43);
  CHECK(SessionToken(id) != id);
  CHECK(SessionToken(id) == SessionToken(id));
}

TEST_CASE("only the session's own token fits") {
  const std::string id = NewSessionId();
  const std::string token = SessionToken(id);
  CHECK(CheckToken(id, token) == TokenMatch::kYes);
  CHECK(CheckToken(id, SessionToken(NewSessionId())) == TokenMatch::kNo);
  CHECK(CheckToken(id, "") == TokenMatch::kNo);
  CHECK(CheckToken(id, token.substr(1)) == TokenMatch::kNo);
  CHECK(CheckToken(id, token + "A") == TokenMatch::kNo);
  CHECK(CheckToken(id, id) == TokenMatch::kNo);
}

}  // namespace
}  // namespace pomocnik::bot
