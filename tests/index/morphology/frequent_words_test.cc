#include "index/morphology/frequent_words.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace pomocnik::index {
namespace {

TEST_CASE("the most usual words are known one by one") {
  const auto words = FrequentWords();
  CHECK(words.contains("leto"));
  CHECK(words.contains("raCun"));
  CHECK(words.contains("meriti"));
  CHECK_FALSE(words.contains("let"));
  CHECK(std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == 'C' || c == 'S' || c == 'Z';
    });
  }));
}

}  // namespace
}  // namespace pomocnik::index
