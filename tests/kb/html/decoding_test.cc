#include "kb/html/decoding.h"
#include "base/utf8.h"
#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

struct DecodingRow {
  const char* told;
  std::string bytes;
  const char* text;
  const char* warning;  // its beginning; empty: none
};

void CheckDecoding(const std::vector<DecodingRow>& rows) {
  for (const DecodingRow& row : rows) {
    CAPTURE(row.bytes);
    Diagnostics diagnostics;
    Reporter reporter("a.html", diagnostics);
    CHECK(DecodePage(row.bytes, row.told, reporter) == row.text);
    const std::string warning = diagnostics.empty() ? "" : diagnostics[0].message;
    CAPTURE(warning);
    CHECK(warning.empty() == (row.warning[0] == '\0'));
    CHECK(warning.starts_with(row.warning));
    CHECK(diagnostics.size() <= 1);
  }
}

TEST_CASE("the character set is told by a mark, beside the bytes, or in the page") {
  CheckDecoding({
      {"", "\xEF\xBB\xBFčaša", "čaša", ""},
      {"",
       std::string("\xFF\xFE\x0D\x01"
                   "a\0",
                   6),
       "ča", ""},
      {"", std::string("\xFE\xFF\x01\x0D\0a", 6), "ča", ""},
      {"windows-1250", "\xE8\x9A\x9E \xC8\x8A\x8E \x84x\x94", "čšž ČŠŽ „x”", ""},
      {"Windows-1250", "\xE8", "č", ""},
      {"iso-8859-2", "\xE8\xB9\xBE \xB9", "čšž š", ""},
      {"iso-8859-2", "\xE8\xB9\xBE", "čšž", ""},
      {"cp852", "\x9F\xE7\xA7", "čšž", ""},
      {"windows-1251", "\xF7", "ч", ""},
      {"utf-16", std::string("a\0\x0D\x01", 4), "ač", ""},
      {"", "<meta charset='windows-1250'>\xE8", "<meta charset='windows-1250'>č", ""},
      {"", "<META http-equiv=Content-Type content=\"text/html; CHARSET=Windows-1250\">\x9A",
       "<META http-equiv=Content-Type content=\"text/html; CHARSET=Windows-1250\">š", ""},
      {"", "samo ASCII", "samo ASCII", ""},
      {"", "čaša", "čaša", ""},
      {"", "", "", ""},
  });
}

TEST_CASE("a page in another character set than it claims is repaired, with a warning") {
  CheckDecoding({
      {"utf-8", "ra\xE8un za \x9Aolo", "račun za šolo",
       "is no UTF-8 as it claims: read as Windows-1250"},
      {"", "ra\xE8un za \x9Aolo", "račun za šolo",
       "no character set is told: read as Windows-1250"},
      {"windows-1250", "račun", "račun", "claims windows-1250 but is UTF-8"},
      {"iso-8859-1", "ra\xE8un za \x9Aolo", "račun za šolo", "claims a Western character set"},
      {"iso-8859-2", "\x9Aola", "šola", "claims ISO-8859-2"},
      {"utf-8", "raÄŤun za ĹˇolĂ©", "račun za šolé", "was encoded twice"},
      {"utf-8", "čaša čaša čaša\xC4", "čaša čaša čaša\xEF\xBF\xBD", "1 bytes are no UTF-8"},
      {"", "<meta charset=x\x01čy>čaša", "<meta charset=xčy>čaša",
       "the character set 'xy' is not known"},
      {"x-neznan", "čaša", "čaša", "the character set 'x-neznan' is not known"},
      {"windows-1250", "a\x81", "a\xEF\xBF\xBD", "1 bytes are no windows-1250"},
  });
}

TEST_CASE("what was not encoded twice stays as it is") {
  CheckDecoding({
      {"utf-8", "Ĺľ je črka in č tudi", "Ĺľ je črka in č tudi", ""},
      {"utf-8", "Ä je črka", "Ä je črka", ""},
      {"iso-8859-1", "caf\xE9", "café", ""},
      {"windows-1252", "\xE8 \x80", "è €", ""},
  });
}

TEST_CASE("control characters are dropped") {
  CheckDecoding({{"utf-8", std::string("a\0b\x01\tc\r\nd\x7F", 10), "ab\tc\r\nd", ""}});
}

TEST_CASE("any bytes with any character set become text") {
  std::string every_byte;
  for (int round = 0; round < 3; ++round) {
    for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte * (2 * round + 1));
  }
  for (const char* told :
       {"", "utf-8", "windows-1250", "iso-8859-2", "cp852", "utf-16le", "utf-16be", "latin1"}) {
    CAPTURE(told);
    Diagnostics diagnostics;
    Reporter reporter("a.html", diagnostics);
    const std::string text = DecodePage(every_byte, told, reporter);
    CHECK(IsValidUtf8(text));
    CHECK(text.find('\0') == std::string::npos);
  }
}

}  // namespace
}  // namespace pomocnik::kb::html
