// The samples in ../golden/staff_*.json are what the server writes and reads; the pages' tests use the same files.
#include "bot/http/staff/session_api.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/bot/http/golden.h"

namespace pomocnik::bot::http {
namespace {

using testing::CheckSample;
using testing::Golden;

Instant At(const char* text) { return *ParseRfc3339(text); }

TEST_CASE("what is written about sessions is as its samples say") {
  CheckSample(
      WriteSession({"ana.novak", Role::kCurator, "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"}),
      "staff_session.json", "StaffSession");
  SessionRecord first{.number = 7,
                      .digest = "first",
                      .name = "ana.novak",
                      .stamp = "stamp",
                      .created_at = At("2026-11-23T07:02:11Z"),
                      .seen_at = At("2026-11-23T09:00:00Z")};
  SessionRecord second = first;
  second.number = 5;
  second.digest = "second";
  second.created_at = At("2026-11-23T06:30:00Z");
  second.seen_at = At("2026-11-23T08:45:30Z");
  CheckSample(WriteSessions({first, second}, "first"), "staff_sessions.json", "StaffSessions");
}

TEST_CASE("the staff log is written as its sample says") {
  CheckSample(WriteStaffLog({{At("2026-11-23T09:00:00Z"), "ana.novak", "erased",
                              "conversation/AAAAAAAAAAAAAAAAAAAAAA"},
                             {At("2026-11-23T08:45:30Z"), "bor", "exported", "overview"},
                             {At("2026-11-23T08:44:02Z"), "bor", "viewed",
                              "conversation/BBBBBBBBBBBBBBBBBBBBBB"},
                             {At("2026-11-23T08:40:00Z"), "bor", "signed_in", ""},
                             {At("2026-11-23T08:39:41Z"), "bor", "sign_in_refused", ""}}),
              "staff_log.json", "StaffLog");
}

TEST_CASE("the sample of signing in is read") {
  SignInRequest request;
  CHECK_FALSE(ReadSignInRequest(Golden("staff_sign_in.json"), request));
  CHECK(request.name == "ana.novak");
  CHECK(request.password == "čebela kolo tunel marmor");
  CHECK(request.code == "287082");
}

TEST_CASE("a wrong field of signing in is named") {
  struct Row {
    std::string body;
    Problem problem;
    const char* field;
  };
  const std::string long_text(300, 'a');
  const Row rows[] = {
      {"", Problem::kMalformedJson, ""},
      {"[]", Problem::kMalformedJson, ""},
      {"{}", Problem::kMissingField, "name"},
      {R"({"name":""})", Problem::kMissingField, "name"},
      {R"({"name":7})", Problem::kWrongField, "name"},
      {R"({"name":"ana"})", Problem::kMissingField, "password"},
      {R"({"name":"ana","password":["x"]})", Problem::kWrongField, "password"},
      {R"({"name":"ana","password":")" + long_text + R"("})", Problem::kLongField, "password"},
      {R"({"name":")" + long_text + R"(","password":"x"})", Problem::kLongField, "name"},
      {R"({"name":"ana","password":"x","code":123456})", Problem::kWrongField, "code"},
      {R"({"name":"ana","password":"x","code":")" + long_text + R"("})", Problem::kLongField,
       "code"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.body);
    SignInRequest request;
    const auto wrong = ReadSignInRequest(row.body, request);
    REQUIRE(wrong);
    CHECK(wrong->problem == row.problem);
    CHECK(wrong->field == row.field);
  }
}

TEST_CASE("a session to end is named by its number") {
  std::int64_t number = 0;
  CHECK_FALSE(ReadRevokeRequest(R"({"id":"7"})", number));
  CHECK(number == 7);
  for (const char* body : {"{}", R"({"id":7})", R"({"id":"7x"})", R"({"id":""})",
                           R"({"id":"99999999999999999999"})"}) {
    CAPTURE(body);
    const auto wrong = ReadRevokeRequest(body, number);
    REQUIRE(wrong);
    CHECK(wrong->field == "id");
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
