#include "kb/fetch/http_text.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::fetch {
namespace {

TEST_CASE("a date of HTTP is read, and nothing like it") {
  CHECK(FormatRfc3339(*ParseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT")) ==
        "1994-11-06T08:49:37.000Z");
  CHECK(FormatRfc3339(*ParseHttpDate(" Thu, 31 Dec 2026 23:59:59 GMT ")) ==
        "2026-12-31T23:59:59.000Z");
  for (const char* text : {"", "1994", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
                           "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
                           "Sun, 06 Nex 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseHttpDate(text));
  }
}

TEST_CASE("a host may ask for seconds or name a time") {
  const Instant now = *ParseRfc3339("2026-11-26T12:00:00Z");
  using std::chrono::seconds;
  CHECK(ParseRetryAfter("120", now) == seconds(120));
  CHECK(ParseRetryAfter(" 0 ", now) == seconds(0));
  CHECK(ParseRetryAfter("Thu, 26 Nov 2026 12:00:30 GMT", now) == seconds(30));
  CHECK(ParseRetryAfter("Thu, 26 Nov 2026 11:00:00 GMT", now) == seconds(0));
  for (const char* text : {"", "soon", "-1", "+1", "1.5", "1e9", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseRetryAfter(text, now));
  }
}

TEST_CASE("a content type tells media type and character set") {
  struct Row {
    const char* text;
    ContentType type;
  };
  for (const Row& row : {
           Row{"text/html", {"text/html", ""}},
           Row{"Text/HTML; Charset=UTF-8", {"text/html", "utf-8"}},
           Row{"text/html;charset=\"windows-1250\"", {"text/html", "windows-1250"}},
           Row{"text/html; a=b ; charset=iso-8859-2 ; c", {"text/html", "iso-8859-2"}},
           Row{"application/rss+xml", {"application/rss+xml", ""}},
           Row{"text/html; charset=", {"text/html", ""}},
           Row{"text/html; charset=\"", {"text/html", ""}},
           Row{"", {"", ""}},
           Row{"html", {"", ""}},
           Row{"text/", {"", ""}},
           Row{"te xt/html", {"", ""}},
       }) {
    CAPTURE(row.text);
    CHECK(ParseContentType(row.text) == row.type);
  }
}

}  // namespace
}  // namespace pomocnik::kb::fetch
