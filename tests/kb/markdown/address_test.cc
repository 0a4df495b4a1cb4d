#include "kb/markdown/address.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb {
namespace {

TEST_CASE("ids are short lower-case slugs") {
  for (const char* id : {"a", "opz-poracun-2026", "0"}) CHECK(IsArticleId(id));
  for (const char* id : {"", "A", "a b", "a_b", "č", "a/b"}) CHECK_FALSE(IsArticleId(id));
  CHECK(IsArticleId(std::string(100, 'a')));
  CHECK_FALSE(IsArticleId(std::string(101, 'a')));
}

TEST_CASE("only harmless addresses are allowed") {
  for (const char* address :
       {"https://a.si", "HTTPS://a.si/x?y=1#z", "http://a.si", "mailto:a@b.si", "tel:+3861", "/",
        "/x/y#z", "article:a-b", "https://a.si/č"}) {
    CAPTURE(address);
    CHECK(IsAllowedLink(address));
  }
  for (const char* address : {"",
                              "javascript:alert(1)",
                              " javascript:x",
                              "java\nscript:x",
                              "\x01javascript:x",
                              "//a.si",
                              "/\\a.si",
                              "https:",
                              "https://",
                              "https:///a",
                              "https:a.si",
                              "mailto:",
                              "ftp://a.si",
                              "data:x",
                              "x.html",
                              "#x",
                              "article:",
                              "article:A",
                              "article:a/b",
                              "vbscript:x",
                              "https://a.si/ b",
                              "file:///etc/passwd",
                              "/a\tb"}) {
    CAPTURE(address);
    CHECK_FALSE(IsAllowedLink(address));
  }
}

TEST_CASE("an article link names its article") {
  CHECK(LinkedArticle("article:a-b") == "a-b");
  CHECK(LinkedArticle("article:A") == "");
  CHECK(LinkedArticle("https://a.si") == "");
  CHECK(LinkedArticle("") == "");
}

TEST_CASE("images stay below /media/") {
  for (const char* address : {"/media/a.png", "/media/a/č.png", "/media/a.b-c_d.png"}) {
    CAPTURE(address);
    CHECK(IsAllowedImage(address));
  }
  for (const char* address : {"", "/media/", "media/a.png", "/other/a.png", "/media/../a.png",
                              "/media//a.png", "/media/%2e%2e/a", "/media/a\\b", "/media/a?b",
                              "/media/a#b", "/media/a b", "https://a.si/media/a.png"}) {
    CAPTURE(address);
    CHECK_FALSE(IsAllowedImage(address));
  }
}

}  // namespace
}  // namespace pomocnik::kb
