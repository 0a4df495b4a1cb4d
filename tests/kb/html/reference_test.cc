#include "kb/html/reference.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::html {
namespace {

TEST_CASE("references are resolved as browsers do it") {
  struct Row {
    const char* base;
    const char* reference;
    const char* address;
  };
  const Row rows[] = {
      {"https://a.si/b/c", "d", "https://a.si/b/d"},
      {"https://a.si/b/c", "./d/../e", "https://a.si/b/e"},
      {"https://a.si/b/c/", "d", "https://a.si/b/c/d"},
      {"https://a.si", "d", "https://a.si/d"},
      {"https://a.si/b/c", "../../../d", "https://a.si/d"},
      {"https://a.si/b/c", "/d", "https://a.si/d"},
      {"https://a.si/b/c", "//b.si/d", "https://b.si/d"},
      {"https://a.si/b/c?x", "?y", "https://a.si/b/c?y"},
      {"https://a.si/b/c?x#z", "#y", "https://a.si/b/c?x#y"},
      {"https://a.si/b/c", "", "https://a.si/b/c"},
      {"https://a.si/b/c", "d?u=../e", "https://a.si/b/d?u=../e"},
      {"https://a.si/b/c", " d e ", "https://a.si/b/d%20e"},
      {"https://a.si/b/c", "\\d", "https://a.si/d"},
      {"https://a.si/b/c", "java\nscript:x", "javascript:x"},
      {"https://a.si/b/c", "HTTP://b.si/x y", "HTTP://b.si/x%20y"},
      {"sl/text/a.html", "../../", ""},
      {"", "sl/b.html", "sl/b.html"},
      {"sl/text/a.html", "media/b%20c.png?1#x", "sl/text/media/b c.png"},
      {"sl/text/a.html", "../../../../etc/passwd", "etc/passwd"},
      {"sl/a.html", "%2e%2e/%2e%2e/etc", "etc"},
      {"sl/a.html", "/slike/a.png", "slike/a.png"},
      {"sl/a.html", "ra%C4%8Dun.png", "sl/račun.png"},
      {"sl/a.html", "ra%E8un.png", "sl/ra%E8un.png"},
      {"sl/a.html", "a%00.png", "sl/a%00.png"},
      {"sl/a.html", "//b.si/a.png", ""},
  };
  for (const auto& [base, reference, address] : rows) {
    CAPTURE(base);
    CAPTURE(reference);
    CHECK(ResolveReference(base, reference) == address);
  }
}

TEST_CASE("the parts of an address are found") {
  CHECK(SchemeOf("HTTPS://a") == "https");
  CHECK(SchemeOf("a/b:c").empty());
  CHECK(SchemeOf(":x").empty());
  CHECK(LastPart("https://a.si/b/c.pdf?x#y") == "c.pdf");
  CHECK(WithoutFragment("a#b") == "a");
  CHECK(IsAttachment("https://a.si/b/Navodila.PDF?v=2"));
  CHECK_FALSE(IsAttachment("https://a.si/pdf"));
  CHECK_FALSE(IsAttachment("https://a.si/.pdf"));
}

}  // namespace
}  // namespace pomocnik::kb::html
