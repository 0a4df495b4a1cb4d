#include "bot/http/staff/own_page.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot::http {
namespace {

struct PageHeaders {
  const char* host;
  const char* origin;  // nullptr: none
  const char* site;    // nullptr: none
};

Sender SenderWith(const PageHeaders& row) {
  Headers headers = {{"Host", row.host}};
  if (row.origin != nullptr) headers.push_back({"Origin", row.origin});
  if (row.site != nullptr) headers.push_back({"Sec-Fetch-Site", row.site});
  return SenderOf(headers);
}

TEST_CASE("a page of ours is known by its origin, or by what the browser says of it") {
  const PageHeaders rows[] = {
      {"pomoc.example.si", "https://pomoc.example.si", nullptr},
      {"pomoc.example.si", "https://pomoc.example.si", "same-origin"},
      {"pomoc.example.si", nullptr, "same-origin"},
      {"pomoc.example.si:8443", "https://pomoc.example.si:8443", nullptr},
      {"127.0.0.1:8080", "http://127.0.0.1:8080", "same-origin"},
      {"localhost:8080", "http://localhost:8080", nullptr},
      {"[::1]:8080", "http://[::1]:8080", nullptr},
  };
  for (const PageHeaders& row : rows) {
    CAPTURE(row.host);
    CHECK(SenderWith(row) == Sender::kOwnPage);
  }
}

TEST_CASE("every other page is foreign") {
  const PageHeaders rows[] = {
      {"pomoc.example.si", nullptr, nullptr},
      {"pomoc.example.si", "null", nullptr},
      {"pomoc.example.si", "null", "same-origin"},
      {"pomoc.example.si", "", nullptr},
      {"pomoc.example.si", "https://evil.example", nullptr},
      {"pomoc.example.si", "https://evil.example", "same-origin"},
      {"pomoc.example.si", "https://pomoc.example.si", "cross-site"},
      {"pomoc.example.si", "https://pomoc.example.si", "same-site"},
      {"pomoc.example.si", nullptr, "none"},
      {"pomoc.example.si", nullptr, "same-site"},
      {"pomoc.example.si", nullptr, ""},
      {"pomoc.example.si", "http://pomoc.example.si", nullptr},
      {"pomoc.example.si", "https://pomoc.example.si:8443", nullptr},
      {"pomoc.example.si", "https://pomoc.example.si.evil.example", nullptr},
      {"pomoc.example.si", "https://pomoc.example.si/", nullptr},
      {"pomoc.example.si", "pomoc.example.si", nullptr},
      {"pomoc.example.si", "https://POMOC.example.si", nullptr},
      {"127.0.0.1:8080", "http://127.0.0.1:8081", nullptr},
      {"127.0.0.1:8080", "http://localhost:8080", nullptr},
      {"127.0.0.1.evil.example", "http://127.0.0.1.evil.example", nullptr},
      {"localhost.evil.example", "http://localhost.evil.example", nullptr},
      {"", "https://", nullptr},
  };
  for (const PageHeaders& row : rows) {
    const std::string origin = row.origin == nullptr ? "(none)" : row.origin;
    CAPTURE(row.host);
    CAPTURE(origin);
    CHECK(SenderWith(row) == Sender::kForeign);
  }
  CHECK(SenderOf({{"Host", "a.si"}, {"Origin", "https://a.si"}, {"Origin", "https://a.si"}}) ==
        Sender::kForeign);
  CHECK(SenderOf({{"Origin", "https://a.si"}}) == Sender::kForeign);
}

}  // namespace
}  // namespace pomocnik::bot::http
