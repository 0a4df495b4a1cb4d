#include "index/text/folding.h"

#include <doctest/doctest.h>

#include <utility>

using pomocnik::index::Fold;

TEST_CASE("folding reduces Latin letters to lower-case ASCII") {
  const std::pair<const char*, const char*> kRows[] = {
      {"Račun", "racun"},
      {"ŠČŽĆĐ", "sczcd"},
      {"šČžćđ", "sczcd"},
      {"Žiga Čeč", "ziga cec"},
      {"DDV-O", "ddv-o"},
      {"Straße", "strasse"},
      {"Übung Ågård", "ubung agard"},
      {"ﬁnance", "finance"},
      {"ＤＤＶ", "ddv"},
      {"æøœ", "aeooe"},
      {"", ""},
      {"1.234,56 €", "1.234,56 €"},
      // A caron as a combining mark is the same letter.
      {"c\xCC\x8C", "c"},
  };
  for (const auto& [text, folded] : kRows) {
    CAPTURE(text);
    CHECK(Fold(text) == folded);
  }
}

TEST_CASE("letters of other scripts are lower-cased and kept") {
  CHECK(Fold("Рачун") == "рачун");
  CHECK(Fold("ΑΒΓ") == "αβγ");
  CHECK(Fold("漢字") == "漢字");
}
