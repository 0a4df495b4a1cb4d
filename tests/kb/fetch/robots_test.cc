#include "kb/fetch/robots.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb::fetch {
namespace {

Robots Read(std::string_view text) { return Robots::Parse(text, "pomocnik"); }

TEST_CASE("without rules everything is allowed") {
  CHECK(Robots().Allows("/a"));
  CHECK(Read("").Allows("/a"));
  CHECK(Read("User-agent: *\nDisallow:\n").Allows("/a"));
  CHECK(Read("<html>no such page</html>").Allows("/a"));
  CHECK(Read("Disallow: /\n").Allows("/a"));  // of nobody
}

TEST_CASE("the longest rule decides, and of equal ones the one that allows") {
  const Robots robots = Read(
      "User-agent: *\r\n"
      "Disallow: /admin  # for staff\r\n"
      "Allow: /admin/help\r\n"
      "Disallow: /*.pdf$\r\n"
      "Disallow: /*?print=\r\n"
      "Disallow: /same\r\n"
      "Allow: /same\r\n"
      "Disallow: /ra\xc4\x8dun\r\n");
  for (const char* target :
       {"/", "/help", "/admin/help/a", "/a.pdf.html", "/Admin", "/same/a", "/a?prin=1"}) {
    CAPTURE(target);
    CHECK(robots.Allows(target));
  }
  for (const char* target :
       {"/admin", "/administration", "/admin/a", "/a/b.pdf", "/a?print=1", "/ra%C4%8Dun"}) {
    CAPTURE(target);
    CHECK_FALSE(robots.Allows(target));
  }
}

TEST_CASE("a group that names us goes before the one for everybody") {
  const Robots robots = Read(
      "User-agent: *\nDisallow: /\nCrawl-delay: 60\n\n"
      "User-agent: otherbot\nUser-agent: Pomocnik\nDisallow: /a\nCrawl-delay: 2\n\n"
      "User-agent: third\nDisallow: /b\n");
  CHECK_FALSE(robots.Allows("/a"));
  CHECK(robots.Allows("/b"));
  CHECK(robots.delay() == std::chrono::seconds(2));
}

TEST_CASE("groups of one name are one group") {
  const Robots robots = Read("User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b\n");
  CHECK_FALSE(robots.Allows("/a"));
  CHECK_FALSE(robots.Allows("/b"));
}

TEST_CASE("a group that names us may allow everything") {
  CHECK(Read("User-agent: *\nDisallow: /\nUser-agent: pomocnik\nDisallow:\n").Allows("/a"));
}

TEST_CASE("rules of many stars are matched in time") {
  std::string text = "User-agent: *\n";
  for (int i = 0; i < 100; ++i) text += "Disallow: /" + std::string(200, '*') + "a*a*a*a*b$\n";
  CHECK(Read(text).Allows("/" + std::string(1900, 'a')));
}

}  // namespace
}  // namespace pomocnik::kb::fetch
