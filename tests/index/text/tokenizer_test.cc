#include "index/text/tokenizer.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using pomocnik::index::Tokenizer;

namespace {

// The words separated by spaces; '+' in front of a glued one.
std::string Show(const std::string& text) {
  static const Tokenizer kTokenizer;
  std::string shown;
  for (const auto& word : kTokenizer.Split(text)) {
    if (!shown.empty()) shown += ' ';
    shown += (word.glued ? "+" : "") + text.substr(word.begin, word.end - word.begin);
  }
  return shown;
}

}  // namespace

TEST_CASE("text splits into words at Unicode's boundaries") {
  const std::pair<std::string, std::string> kRows[] = {
      {"Kako storniram račun?", "Kako storniram račun"},
      {"e-račun", "e +račun"},
      {"REK-1, DDV-O", "REK +1 DDV +O"},
      {"DDV - obračun", "DDV obračun"},
      {"1.234,56 EUR", "1.234,56 EUR"},
      {"dne 31.12.2024", "dne 31.12.2024"},
      {"d.o.o.", "d.o.o"},
      {"info@podjetje.si", "info@podjetje.si"},
      {"»Knjiži« 😀 → ok", "Knjiži ok"},
      {"a/b", "a +b"},
      {"", ""},
      {"  \t\n ", ""},
      {"...!?", ""},
  };
  for (const auto& [text, words] : kRows) {
    CAPTURE(text);
    CHECK(Show(text) == words);
  }
}
