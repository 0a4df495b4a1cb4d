#include "bot/http/message.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::http {
namespace {

TEST_CASE("a header is found whatever the case of its name") {
  const Headers headers = {{"Host", "a"}, {"X-Thing", "first"}, {"x-thing", "second"}};
  CHECK(FindHeader(headers, "x-thing") == "first");
  CHECK(CountHeaders(headers, "X-THING") == 2);
  CHECK_FALSE(FindHeader(headers, "X-Thin"));
}

TEST_CASE("a target is taken apart and decoded") {
  struct Row {
    std::string_view target;
    std::vector<std::string> segments;
    std::vector<Parameter> query;
  };
  const Row rows[] = {
      {"/", {""}, {}},
      {"/a/b", {"a", "b"}, {}},
      {"/a/", {"a", ""}, {}},
      {"/ra%C4%8Dun", {"račun"}, {}},
      {"/a%2Fb/c+d", {"a/b", "c+d"}, {}},
      {"/?q=a+b%2Bc&lang=en", {""}, {{"q", "a b+c"}, {"lang", "en"}}},
      {"/?q", {""}, {{"q", ""}}},
      {"/?&&q=1=2&", {""}, {{"q", "1=2"}}},
      {"/a#b?c", {"a"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const auto target = ParseTarget(row.target);
    REQUIRE(target);
    CHECK(target->segments == row.segments);
    CHECK(target->query == row.query);
  }
}

TEST_CASE("a target that decodes to something else than text is refused") {
  for (const std::string_view target :
       {"", "a", "http://a/", "*", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%7f", "/%ff", "/?q=%c4",
        "/?q=%0d%0a", "/?%zz=1", "/%ed%a0%80"}) {
    CAPTURE(target);
    CHECK_FALSE(ParseTarget(target));
  }
}

TEST_CASE("a target of a program that was written long ago is read as it was meant") {
  struct Row {
    std::string_view target;
    std::vector<std::string> segments;
    std::vector<Parameter> query;
  };
  const Row rows[] = {
      {"/ra%C4%8Dun?title=%C5%BEig+%26", {"račun"}, {{"title", "žig &"}}},
      {"/ra%E8un?title=%8Aifra+%9Eiga", {"račun"}, {{"title", "Šifra žiga"}}},
      {"/%C8%C6%D0%8A%8E%E8%E6%F0%9A%9E", {"ČĆĐŠŽčćđšž"}, {}},
      {"/%80%ff", {"??"}, {}},
      {"/100%?q=50%+DDV", {"100%"}, {{"q", "50% DDV"}}},
      {"/%zz%4", {"%zz%4"}, {}},
      {"/a%00b%0a%7f?q=%0d%0ax", {"a b  "}, {{"q", "  x"}}},
      {"/%ed%a0%80", {"???"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const auto target = ParseTarget(row.target, Decoding::kForgiving);
    REQUIRE(target);
    CHECK(target->segments == row.segments);
    CHECK(target->query == row.query);
  }
  CHECK_FALSE(ParseTarget("a", Decoding::kForgiving));
}

TEST_CASE("a language is read from any tag of it") {
  for (const std::string_view tag : {"hr", "HR", "hr-HR", "bs", "sr-Latn-RS", " hr "}) {
    CAPTURE(tag);
    CHECK(ReadLanguageTag(tag) == Language::kCroatian);
  }
  for (const std::string_view tag : {"", "de", "slovensko", "-", "1060", "s"}) {
    CAPTURE(tag);
    CHECK_FALSE(ReadLanguageTag(tag));
  }
}

TEST_CASE("the language a caller likes best is chosen") {
  struct Row {
    std::string_view header;
    Language language;
  };
  const Row rows[] = {
      {"", Language::kSlovene},
      {"sl", Language::kSlovene},
      {"en-GB,en;q=0.9", Language::kEnglish},
      {"de, hr;q=0.5, en;q=0.4", Language::kCroatian},
      {"en;q=0.3, sl;q=0.7", Language::kSlovene},
      {"sr-Latn-RS", Language::kCroatian},
      {"de,fr", Language::kSlovene},
      {"EN", Language::kEnglish},
      {"en;q=0", Language::kSlovene},
      {";;,,q=,;q=;en", Language::kSlovene},
      {"en;q=nonsense", Language::kEnglish},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CHECK(PreferredLanguage(row.header) == row.language);
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
