#include "index/morphology/pairs.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

TEST_CASE("a list of pairs is read line by line") {
  const auto pairs = ParsePairs("# made by hand\nračunu\tračun\n\ndela\tdelo\t2.5\r\n");
  REQUIRE(pairs);
  REQUIRE(pairs->size() == 2);
  CHECK((*pairs)[0].form == "računu");
  CHECK((*pairs)[0].lemma == "račun");
  CHECK((*pairs)[0].weight == 1);
  CHECK((*pairs)[1].lemma == "delo");
  CHECK((*pairs)[1].weight == 2.5);
  CHECK(ParsePairs("")->empty());
}

TEST_CASE("the first line that is no pair is named") {
  struct Row {
    std::string_view text;
    std::string_view message;
  };
  const Row rows[] = {
      {"a\tb\nword\n", "line 2: expected form, tab, dictionary form"},
      {"\tb\n", "line 1: expected form, tab, dictionary form"},
      {"a\tb\theavy", "line 1: the weight must be a number above 0"},
      {"a\tb\t0", "line 1: the weight must be a number above 0"},
      {"a\tb\tnan", "line 1: the weight must be a number above 0"},
      {"a\tb\t1 2", "line 1: the weight must be a number above 0"},
      {"\xff\tb", "not valid UTF-8"},
  };
  for (const Row& row : rows) {
    const auto pairs = ParsePairs(row.text);
    REQUIRE_FALSE(pairs);
    CHECK(pairs.error().message == row.message);
  }
}

}  // namespace
}  // namespace pomocnik::index
