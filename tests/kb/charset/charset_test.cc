#include "kb/charset/charset.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

using namespace std::string_view_literals;

TEST_CASE("bytes become text whatever they were written in") {
  struct Row {
    std::string_view bytes;
    std::string_view told;
    std::string_view text;
    std::string_view charset;
    bool damaged = false;
  };
  const Row rows[] = {
      {"", "", "", "utf-8"},
      {"Plača", "", "Plača", "utf-8"},
      {"\xEF\xBB\xBFPlača", "windows-1250", "Plača", "utf-8"},
      {"Plača", "windows-1250", "Plača", "utf-8"},
      {"Pla\xE8"
       "a, \x8Aola, \x9E"
       "ep",
       "windows-1250", "Plača, Šola, žep", "windows-1250"},
      {"Pla\xE8"
       "a",
       "", "Plača", "windows-1250"},
      {"Pla\xE8"
       "a",
       "utf-8", "Plača", "windows-1250"},
      {"Pla\xE8"
       "a",
       "x-unheard-of", "Plača", "windows-1250"},
      {"\xB9ola", "ISO-8859-2", "šola", "iso-8859-2"},
      {"\xE7", "CP852", "š", "cp852"},
      {"caf\xE9 \x80", "latin1", "café €", "windows-1252"},
      {"\xFF\xFEK\0o\0"sv, "", "Ko", "utf-16le"},
      {"\xFE\xFF\0K\0o"sv, "utf-8", "Ko", "utf-16be"},
      {"K\0o\0"sv, "utf-16", "Ko", "utf-16le"},
      {"\xFF\xFEK\0o"sv, "", "K\uFFFD", "utf-16le", true},
      {"\xFF\xFE\x00\xD8K\0"sv, "", "\uFFFDK", "utf-16le", true},
      {"a\x81", "windows-1250", "a\uFFFD", "windows-1250", true},
      {"a\0b\x01\tc\r\n\x7F"sv, "", "a b \tc\r\n ", "utf-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const DecodedText decoded = DecodeText(row.bytes, row.told);
    CHECK(decoded.charset == row.charset);
    CHECK(decoded.damaged == row.damaged);
    CHECK(decoded.text == row.text);
    CHECK(IsValidUtf8(decoded.text));
  }
}

TEST_CASE("a character set has one name, whatever documents call it") {
  struct Row {
    std::string_view name;
    std::string_view known;  // empty: none that we read
  };
  const Row rows[] = {
      {"UTF-8", "utf-8"},
      {"utf8", "utf-8"},
      {"Windows-1250", "windows-1250"},
      {"cp1250", "windows-1250"},
      {"ISO-8859-1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"Latin2", "iso-8859-2"},
      {"IBM852", "cp852"},
      {"UTF-16", "utf-16le"},
      {"utf-7", ""},
      {"iso-2022-jp", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(KnownCharset(row.name).value_or("") == row.known);
  }
}

TEST_CASE("a byte order mark tells the character set and is no part of the text") {
  CHECK(ReadByteOrderMark("\xEF\xBB\xBFk") == MarkedText{"utf-8", "k"});
  CHECK(ReadByteOrderMark("\xFF\xFEk\0"sv) == MarkedText{"utf-16le", "k\0"sv});
  CHECK(ReadByteOrderMark("\xFE\xFF") == MarkedText{"utf-16be", ""});
  CHECK_FALSE(ReadByteOrderMark("\xEF\xBB"));
  CHECK_FALSE(ReadByteOrderMark(""));
}

TEST_CASE("the bytes that are no characters are counted") {
  CHECK(ToUtf8("Plača", "utf-8").replaced == 0);
  const ConvertedText cut_off = ToUtf8("a\xE2\x82", "utf-8");
  CHECK(cut_off.text == "a\uFFFD");
  CHECK(cut_off.replaced == 2);
  CHECK(ToUtf8("\x81 \x83", "windows-1250").replaced == 2);
}

TEST_CASE("text goes back to bytes when the character set has all its characters") {
  CHECK(FromUtf8("žep", "windows-1250") ==
        "\x9E"
        "ep");
  CHECK_FALSE(FromUtf8("ж", "windows-1250"));
}

TEST_CASE("a long text is decoded whole") {
  const DecodedText decoded = DecodeText(std::string(100'000, '\xE8'), "windows-1250");
  CHECK(CountCodePoints(decoded.text) == 100'000);
  CHECK(decoded.text.substr(0, 2) == "č");
}

}  // namespace
}  // namespace pomocnik::kb
