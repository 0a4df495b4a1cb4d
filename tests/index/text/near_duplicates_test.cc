#include "index/text/near_duplicates.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

// A text of `words` numbered words, with the words from `changed` on taken from elsewhere.
Sketch TextOf(int words, int changed_from, int changed = 1) {
  std::vector<Token> tokens;
  for (int i = 0; i < words; ++i) {
    Token token;
    const bool other = i >= changed_from && i < changed_from + changed;
    token.lemma = (other ? "other" : "word") + std::to_string(i);
    tokens.push_back(token);
  }
  return SketchOf(tokens);
}

TEST_CASE(
    "a text resembles itself wholly, a text with a changed sentence nearly, another one not") {
  const Sketch text = TextOf(250, 250);
  CHECK(Resemblance(text, text) == 1);
  CHECK(Resemblance(text, TextOf(250, 100, 3)) >= kNearDuplicate);
  CHECK(Resemblance(text, TextOf(250, 50, 100)) < 0.7);
  CHECK(Resemblance(text, TextOf(250, 0, 250)) == 0);
  CHECK(Resemblance(text, {}) == 0);
  CHECK(Resemblance({}, {}) == 0);
}

TEST_CASE("short texts are compared, too") {
  CHECK(Resemblance(TextOf(2, 2), TextOf(2, 2)) == 1);
  CHECK(Resemblance(TextOf(2, 2), TextOf(2, 1)) == 0);
}

TEST_CASE("a copy leads to the preferred original of its scope") {
  const std::vector<SketchedText> texts = {{TextOf(200, 200), "GL"},
                                           {TextOf(200, 0, 200), "GL"},
                                           {TextOf(200, 50, 2), "GL"},
                                           {TextOf(200, 200), "VAT"},
                                           {TextOf(200, 120, 2), "GL"},
                                           {TextOf(200, 200), "VAT"},
                                           {{}, "GL"},
                                           {{}, "GL"}};
  CHECK(FindOriginals(texts) == std::vector<std::size_t>{0, 1, 0, 3, 0, 3, 6, 7});
}

TEST_CASE("a phrase that all texts share makes no copies of them") {
  std::vector<SketchedText> texts;
  std::vector<std::size_t> themselves;
  for (int i = 0; i < 300; ++i) {
    std::vector<Token> tokens(8);
    for (int k = 0; k < 8; ++k) {
      tokens[static_cast<std::size_t>(k)].lemma =
          k < 4 ? "footer" + std::to_string(k) : std::to_string(i) + "x" + std::to_string(k);
    }
    texts.push_back({SketchOf(tokens), ""});
    themselves.push_back(texts.size() - 1);
  }
  CHECK(FindOriginals(texts) == themselves);
}

}  // namespace
}  // namespace pomocnik::index
