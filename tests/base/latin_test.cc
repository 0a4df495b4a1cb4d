#include "base/latin.h"

#include <doctest/doctest.h>

#include <string>

using pomocnik::PlainLetter;

TEST_CASE("letters stand for themselves without case and marks") {
  const std::u32string letters = U"aZčČćĆšŠžŽđĐ";
  const std::string plain = "azccccsszzdd";
  for (std::size_t i = 0; i < letters.size(); ++i) CHECK(PlainLetter(letters[i]) == plain[i]);
}

TEST_CASE("what is no letter of ours has no plain letter") {
  for (char32_t other : U"0 -éßжЖ\u0000") CHECK(PlainLetter(other) == 0);
}

TEST_CASE("a text in plain letters keeps all that is no letter of ours") {
  CHECK(pomocnik::PlainLetters("Račun ŽÉ-5 đakovo %_\n") == "racun zÉ-5 dakovo %_\n");
  CHECK(pomocnik::PlainLetters("").empty());
}
