#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik {
namespace {

TEST_CASE("well-formed text is valid") {
  for (const char* text :
       {"", "abc", "čšž", "€", "🙂", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
        "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(text);
    CHECK(IsValidUtf8(text));
  }
  CHECK(IsValidUtf8(std::string(1, '\0')));
}

TEST_CASE("damaged text is not") {
  struct Row {
    const char* text;
    const char* reason;
  };
  const Row rows[] = {
      {"\x80", "a continuation without a beginning"},
      {"a\xBF", "a continuation after a letter"},
      {"\xC3", "a sequence cut at the end"},
      {"\xE2\x82", "a sequence cut at the end"},
      {"\xF0\x9F\x99", "a sequence cut at the end"},
      {"\xC3(", "a sequence cut by a letter"},
      {"\xE2(\xAC", "a sequence cut by a letter"},
      {"\xC0\xAF", "overlong"},
      {"\xC1\xBF", "overlong"},
      {"\xE0\x9F\xBF", "overlong"},
      {"\xF0\x8F\xBF\xBF", "overlong"},
      {"\xED\xA0\x80", "a surrogate"},
      {"\xED\xBF\xBF", "a surrogate"},
      {"\xF4\x90\x80\x80", "above U+10FFFF"},
      {"\xF5\x80\x80\x80", "no such lead byte"},
      {"\xFF", "no such lead byte"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reason);
    CHECK_FALSE(IsValidUtf8(row.text));
  }
}

TEST_CASE("lengths and cuts count code points") {
  CHECK(CountCodePoints("") == 0);
  CHECK(CountCodePoints("čaša 🙂") == 6);
  CHECK(TruncateCodePoints("čaša", 0) == "");
  CHECK(TruncateCodePoints("čaša", 1) == "č");
  CHECK(TruncateCodePoints("a🙂b", 2) == "a🙂");
  CHECK(TruncateCodePoints("čaša", 4) == "čaša");
  CHECK(TruncateCodePoints("čaša", 100) == "čaša");
}

TEST_CASE("code points go out as they came in") {
  std::string text = "a\xC2\x80č€\xEF\xBF\xBF🙂\xF4\x8F\xBF\xBF";
  std::string copy;
  std::u32string code_points;
  for (std::size_t position = 0; position < text.size();) {
    code_points.push_back(NextCodePoint(text, position));
    AppendCodePoint(code_points.back(), copy);
  }
  CHECK(copy == text);
  CHECK(code_points == U"a\u0080č€\uFFFF🙂\U0010FFFF");
}

}  // namespace
}  // namespace pomocnik
