#include "bot/http/staff/session_cookie.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot::http {
namespace {

TEST_CASE("the session's id is read from its cookie and from nowhere else") {
  const std::string id = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE";
  struct Row {
    std::string cookies;
    bool is_found;
  };
  const Row rows[] = {
      {"__Host-staff=" + id, true},
      {"a=b; __Host-staff=" + id + "; c=d", true},
      {"a=b;__Host-staff=" + id, true},
      {"", false},
      {"a=b", false},
      {"staff=" + id, false},
      {"__Secure-staff=" + id, false},
      {"__host-staff=" + id, false},
      {"x__Host-staff=" + id, false},
      {"__Host-staffs=" + id, false},
      {"__Host-staff", false},
      {"__Host-staff=", false},
      {"__Host-staff=" + id + "A", false},
      {"__Host-staff=" + id.substr(1), false},
      {"__Host-staff=\"" + id.substr(2) + "\"", false},
      {"__Host-staff=" + id + "; __Host-staff=" + id, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cookies);
    CHECK(FindSessionId({{"Cookie", row.cookies}}) == (row.is_found ? id : ""));
  }
  CHECK(FindSessionId({}).empty());
  CHECK(FindSessionId({{"Cookie", "a=b"}, {"Cookie", "__Host-staff=" + id}}).empty());
}

TEST_CASE("the cookie is for this host, HTTPS and the server alone") {
  CHECK(GiveSession("x") ==
        Header{"Set-Cookie", "__Host-staff=x; Path=/; Secure; HttpOnly; SameSite=Strict"});
  CHECK(
      TakeSession() ==
      Header{"Set-Cookie", "__Host-staff=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict"});
}

}  // namespace
}  // namespace pomocnik::bot::http
