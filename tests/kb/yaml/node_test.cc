#include "kb/yaml/node.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::yaml {
namespace {

// A node as flow YAML, with lines.
std::string Show(const Node& node) {
  std::string out = std::to_string(node.line()) + ":";
  if (node.IsNull()) return out + "~";
  if (node.IsScalar()) return out + node.Scalar();
  for (const Node& item : node.Items()) out += "[" + Show(item) + "]";
  for (const auto& [key, value] : node.Entries()) out += "{" + key + "=" + Show(value) + "}";
  return out;
}

std::string Show(std::string_view text) {
  Diagnostics diagnostics;
  auto node = Parse(text, "a.yaml", diagnostics);
  return Print(diagnostics) + (node ? Show(*node) : "nothing");
}

TEST_CASE("values are texts with lines, whatever they look like") {
  struct Row {
    const char* text;
    const char* shown;
  };
  const Row rows[] = {
      {"", "1:~"},
      {"# nič\n", "1:~"},
      {"a", "1:a"},
      {"a: 6.30\nb: yes\nc: ~\nd:\n", "1:{a=1:6.30}{b=2:yes}{c=3:~}{d=4:~}"},
      {"\n\na:\n  - b\n  - [c, d]\n", "3:{a=3:[4:b][5:[5:c][5:d]]}"},
      {"a: |\n  ena\n  dva\n", "1:{a=1:ena\ndva\n}"},
      {"a: \"č\\u0161\"\r\nb: c\r\n", "1:{a=1:čš}{b=2:c}"},
      {"\xEF\xBB\xBF"
       "a: b",
       "1:{a=1:b}"},
      {"---\na: b\n", "2:{a=2:b}"},
      {"[]", "1:"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Show(row.text) == row.shown);
  }
}

TEST_CASE("what is wrong is told with its line") {
  struct Row {
    std::string text;
    const char* shown;
  };
  const Row rows[] = {
      {"a: 1\nb: 2\na: 3\n",
       "a.yaml:3: error: key 'a' is repeated; it first stands on line 1\n1:{a=1:1}{b=2:2}"},
      {"a: [1\nb: 2\n", "a.yaml:2: error: invalid YAML: end of sequence flow not found\nnothing"},
      {"a: &x 1\nb: *x\n", "a.yaml:2: error: aliases (*name) are not supported\nnothing"},
      {"? [a]\n: b\n", "a.yaml:1: error: a key must be a word or a text\nnothing"},
      {"a: 1\n---\nb: 2\n", "a.yaml: error: the file holds more than one YAML document\nnothing"},
      {"a: \xFF", "a.yaml: error: the file is not UTF-8 text\nnothing"},
      {std::string("a\0", 2), "a.yaml: error: the file is not UTF-8 text\nnothing"},
      {"a: \"\\č\"", "a.yaml:1: error: invalid YAML: unknown escape character: \nnothing"},
      {"a: b\nc: \"\\0\"", "a.yaml:2: error: \\0 is not text\nnothing"},
      {"\"\\x00\": a", "a.yaml:1: error: \\0 is not text\nnothing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Show(row.text) == row.shown);
  }
}

TEST_CASE("a node outlives the document it was found in") {
  Diagnostics diagnostics;
  auto inner = Parse("a: {b: [c]}", "a.yaml", diagnostics)->Find("a")->Find("b");
  REQUIRE(inner);
  CHECK(inner->Items().at(0).Scalar() == "c");
  CHECK_FALSE(inner->Find("c"));
}

TEST_CASE("depth is an error before it is a danger") {
  for (const char* part : {"[", "{a: ", "- ", "? "}) {
    CAPTURE(part);
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += part;
    Diagnostics diagnostics;
    CHECK_FALSE(Parse(text, "a.yaml", diagnostics));
    CHECK(diagnostics.size() == 1);
  }
}

}  // namespace
}  // namespace pomocnik::kb::yaml
