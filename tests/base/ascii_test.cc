#include "base/ascii.h"

#include <doctest/doctest.h>

namespace pomocnik {
namespace {

TEST_CASE("only ASCII letters become small") {
  CHECK(LowerCase("AZ az @[ 09 ČŠŽ") == "az az @[ 09 ČŠŽ");
  CHECK(LowerCase("") == "");
  CHECK(ToLower('Q') == 'q');
}

TEST_CASE("white space goes at both ends, and stays within") {
  CHECK(Trimmed(" \t a b\r\n") == "a b");
  CHECK(Trimmed("a") == "a");
  CHECK(Trimmed(" \r\n\t") == "");
  CHECK(Trimmed("") == "");
}

TEST_CASE("a letter is one of the English alphabet") {
  for (const char c : {'a', 'z', 'A', 'Z'}) CHECK(IsLetter(c));
  for (const char c : {'@', '[', '`', '{', '0', '\xE8'}) CHECK_FALSE(IsLetter(c));
}

TEST_CASE("a digit is one of ten") {
  CHECK((IsDigit('0') && IsDigit('9')));
  CHECK_FALSE((IsDigit('/') || IsDigit(':') || IsDigit('\xB2')));
}

}  // namespace
}  // namespace pomocnik
