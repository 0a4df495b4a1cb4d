#include "base/resemblance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace pomocnik {
namespace {

// A text of `words` numbered words, with `changed` words from `changed_from` on taken from elsewhere.
Sketch TextOf(int words, int changed_from, int changed = 1) {
  std::vector<std::string> texts;
  for (int i = 0; i < words; ++i) {
    const bool other = i >= changed_from && i < changed_from + changed;
    texts.push_back((other ? "other" : "word") + std::to_string(i));
  }
  return SketchOf({texts.begin(), texts.end()});
}

TEST_CASE("a text resembles itself wholly, a changed one less, another one not at all") {
  const Sketch text = TextOf(250, 250);
  CHECK(text.size() == kSketchSize);
  CHECK(Resemblance(text, text) == 1);
  CHECK(Resemblance(text, TextOf(250, 100, 3)) >= 0.9);
  CHECK(Resemblance(text, TextOf(250, 50, 100)) < 0.7);
  CHECK(Resemblance(text, TextOf(250, 0, 250)) == 0);
  CHECK(Resemblance(text, {}) == 0);
  CHECK(Resemblance(TextOf(2, 2), TextOf(2, 2)) == 1);
  CHECK(Resemblance(TextOf(2, 2), TextOf(2, 1)) == 0);
}

TEST_CASE("texts that resemble each other are found without comparing all") {
  SketchTable table;
  for (std::size_t i = 0; i < 200; ++i) table.Add(TextOf(120, 0, 120 + static_cast<int>(i)), i);
  table.Add(TextOf(250, 250), 500);
  const auto like = table.Like(TextOf(250, 100, 2));
  CHECK(std::find(like.begin(), like.end(), 500) != like.end());
  CHECK(table.Like(TextOf(90, 90, 0)).size() < 10);
  CHECK(table.Like({}).empty());
}

TEST_CASE("a phrase that all texts share does not make the table grow") {
  SketchTable table;
  const Sketch same = TextOf(4, 4);
  for (std::size_t i = 0; i < 1000; ++i) table.Add(same, i);
  CHECK(table.Like(same).size() == 50);
}

}  // namespace
}  // namespace pomocnik
