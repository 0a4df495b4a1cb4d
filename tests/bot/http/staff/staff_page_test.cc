// The page that the staff routes are for.
#include <doctest/doctest.h>

#include "tests/bot/http/route_site.h"

namespace pomocnik::bot::http {
namespace {

using testing::RouteSite;

TEST_CASE("the page of staff is framed by nobody, kept nowhere, and its script makes no markup") {
  RouteSite site;
  for (const char* target : {"/staff", "/staff/gaps", "/staff?v=6666666666666666"}) {
    CAPTURE(target);
    const Response page = site.Get(target, {{"If-None-Match", "*"}});
    CHECK(page.status == 200);
    CHECK(page.content_type == "text/html; charset=utf-8");
    CHECK(FindHeader(page.headers, "Cache-Control") == "no-store");
    CHECK(FindHeader(page.headers, "Content-Security-Policy") ==
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src "
          "'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          "require-trusted-types-for 'script'");
  }
  // No page of another origin loads its script.
  const Response script = site.Get("/staff.js");
  CHECK(FindHeader(script.headers, "Cross-Origin-Resource-Policy") == "same-origin");
  CHECK_FALSE(FindHeader(script.headers, "Access-Control-Allow-Origin"));
}

}  // namespace
}  // namespace pomocnik::bot::http
