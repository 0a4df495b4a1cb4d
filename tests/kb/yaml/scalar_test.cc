#include "kb/yaml/scalar.h"

#include <doctest/doctest.h>

#include <string>

#include "kb/yaml/node.h"

namespace pomocnik::kb::yaml {
namespace {

// What a reader finds in "key: yaml".
std::string Read(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto root = Parse("key: " + yaml + "\nother: x\n", "a.yaml", diagnostics);
  REQUIRE_MESSAGE(root, yaml);
  REQUIRE(diagnostics.empty());
  const auto value = root->Find("key");
  REQUIRE(root->Find("other"));
  REQUIRE_FALSE(value->IsNull());
  return value->Scalar();
}

constexpr const char* kTexts[] = {"račun",
                                  "Storno računa",
                                  "Kako?",
                                  "null",
                                  "~",
                                  "no",
                                  "Yes",
                                  "2026.10",
                                  "1e3",
                                  "0x1f",
                                  "- a",
                                  "a: b",
                                  "a #b",
                                  "# a",
                                  "a, b",
                                  "[a]",
                                  "{a: b}",
                                  "\"a\"",
                                  "'a'",
                                  "a'b\"c\\",
                                  "@a",
                                  "`a`",
                                  "%a",
                                  "*a",
                                  "&a",
                                  "!a",
                                  "|",
                                  ">",
                                  "---",
                                  "...",
                                  "a\tb",
                                  "a\nb: c",
                                  " a ",
                                  "€ 10",
                                  "»a«",
                                  "a:",
                                  "\xC2\x85x",
                                  "\xE2\x80\xA8",
                                  "\xEF\xBB\xBFx",
                                  "\xF0\x9F\x98\x80",
                                  "?",
                                  "? a",
                                  "<<",
                                  "\x7f\x01",
                                  "=",
                                  "a\\nb",
                                  "\xC2\xA0"};

TEST_CASE("whatever a text holds, it is read back as it was") {
  for (const std::string text : kTexts) {
    CAPTURE(text);
    CHECK(Read(Quoted(text)) == text);
    CHECK(Read(Plain(text)) == text);
  }
}

TEST_CASE("lists are read back item by item") {
  std::vector<std::string> texts(std::begin(kTexts), std::end(kTexts));
  Diagnostics diagnostics;
  const auto root = Parse("key: " + FlowList(texts) + "\n", "a.yaml", diagnostics);
  REQUIRE(root);
  std::vector<std::string> read;
  for (const Node& item : root->Find("key")->Items()) read.push_back(item.Scalar());
  CHECK(read == texts);
}

TEST_CASE("words that nobody could misread stand without quotes") {
  CHECK(Plain("Obračun plač") == "Obračun plač");
  CHECK(Plain("Kako storniram račun?") == "Kako storniram račun?");
  CHECK(Plain("FAK.Racun") == "FAK.Racun");
  CHECK(Plain("2026") == "\"2026\"");
  CHECK(Plain("on") == "\"on\"");
}

}  // namespace
}  // namespace pomocnik::kb::yaml
