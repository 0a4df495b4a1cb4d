#include "kb/html/decoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/charset/charset.h"

namespace pomocnik::kb::html {
namespace {

// As much of a name as a message can hold.
std::string Printable(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  std::string printable(name.substr(0, kLongest));
  std::erase_if(printable, [](char c) { return c <= ' ' || c > '~'; });
  return printable;
}

// The value of the first charset=… in the head of a page; empty when there is none.
std::string CharsetInPage(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;  // browsers look at 1024 bytes; old pages have long heads
  constexpr std::string_view kKey = "charset";
  std::string head = LowerCase(bytes.substr(0, kHead));
  for (std::size_t at = head.find(kKey); at != std::string::npos; at = head.find(kKey, at)) {
    at += kKey.size();
    std::size_t begin = head.find_first_not_of(" \t", at);
    if (begin == std::string::npos || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\"'", begin + 1);
    if (begin == std::string::npos) break;
    return head.substr(begin, head.find_first_of(" \t\r\n\"'/>;", begin) - begin);
  }
  return "";
}

bool IsAscii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & '\x80') != 0; });
}

// Whether nearly all bytes beyond ASCII are UTF-8: a cut letter or two, not another character set.
bool IsMostlyUtf8(std::string_view bytes, const ConvertedText& mended) {
  auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & '\x80') != 0; }));
  return mended.replaced * 4 <= high;
}

// Whether all letters are of scripts that our pages are written in; other character sets give such UTF-8 by chance only.
bool IsOfOurScripts(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = NextCodePoint(text, at);
    bool is_latin = c < 0x250;
    bool is_cyrillic = c >= 0x400 && c < 0x500;
    bool is_sign = c >= 0x2000 && c < 0x2C00;
    bool is_symbol = (c >= 0xE000 && c < 0xF900) || c == 0xFEFF || c >= 0x1F000;
    if (!is_latin && !is_cyrillic && !is_sign && !is_symbol) return false;
  }
  return true;
}

// š and ž stand at the same places in Windows-1250 and 1252, č at that of è.
bool LooksSlovene(std::string_view bytes) {
  bool has_caron = bytes.find_first_of("\x8A\x8E\x9A\x9E") != std::string_view::npos;
  return has_caron && bytes.find_first_of("\xC8\xE8") != std::string_view::npos;
}

std::size_t CountOf(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// The text as it was before it was taken for Windows-1250 and encoded again; absent when it was not.
std::optional<std::string> DecodedAgain(std::string_view text) {
  constexpr std::array<std::string_view, 4> kTwice = {"ÄŤ", "Ĺˇ", "Ĺľ", "ÄŚ"};  // č š ž Č
  constexpr std::array<std::string_view, 3> kOnce = {"č", "š", "ž"};
  std::size_t twice = 0;
  for (std::string_view letter : kTwice) twice += CountOf(text, letter);
  if (twice == 0) return std::nullopt;
  for (std::string_view letter : kOnce) {
    if (text.find(letter) != std::string_view::npos) return std::nullopt;
  }
  auto back = FromUtf8(text, kWindows1250);
  if (!back || !IsValidUtf8(*back)) return std::nullopt;
  return back;
}

// Decides what the bytes are and reads them as that.
class Decoder {
 public:
  Decoder(std::string_view bytes, Reporter& reporter) : bytes_(bytes), reporter_(reporter) {}

  std::string Decode(const std::string& claimed) {
    if (const auto marked = ReadByteOrderMark(bytes_)) {
      bytes_ = marked->bytes;
      return marked->charset == kUtf8 ? DecodeUtf8(kUtf8) : Read(marked->charset);
    }
    auto known = KnownCharset(claimed);
    if (!claimed.empty() && !known) {
      reporter_.Warn(0, "the character set '" + Printable(claimed) + "' is not known");
    }
    if (!known || known == kUtf8) return DecodeUtf8(known ? kUtf8 : std::string_view{});
    return DecodeOther(*known);
  }

 private:
  // `claimed` is empty when nothing is known.
  std::string DecodeUtf8(std::string_view claimed) {
    if (IsValidUtf8(bytes_)) return std::string(bytes_);
    ConvertedText mended = ToUtf8(bytes_, kUtf8);
    if (IsMostlyUtf8(bytes_, mended)) {
      reporter_.Warn(0, std::to_string(mended.replaced) + " bytes are no UTF-8 and are replaced");
      return std::move(mended.text);
    }
    reporter_.Warn(0, claimed.empty() ? "no character set is told: read as Windows-1250"
                                      : "is no UTF-8 as it claims: read as Windows-1250");
    return Read(kWindows1250);
  }

  std::string DecodeOther(std::string_view claimed) {
    const bool is_wide = IsUtf16(claimed);
    if (IsAscii(bytes_) && !is_wide) return std::string(bytes_);
    const bool is_utf8 = IsValidUtf8(bytes_) && IsOfOurScripts(bytes_);
    if (is_utf8 && (!is_wide || bytes_.find('\0') == std::string_view::npos)) {
      reporter_.Warn(0, "claims " + std::string(claimed) + " but is UTF-8");
      return std::string(bytes_);
    }
    if (claimed == kWindows1252 && LooksSlovene(bytes_)) {
      reporter_.Warn(0, "claims a Western character set: read as Windows-1250");
      return Read(kWindows1250);
    }
    // In Latin-2 these are controls.
    if (claimed == kLatin2 && bytes_.find_first_of("\x8A\x8E\x9A\x9E") != std::string_view::npos) {
      reporter_.Warn(0, "claims ISO-8859-2: read as Windows-1250");
      return Read(kWindows1250);
    }
    return Read(claimed);
  }

  std::string Read(std::string_view charset) {
    ConvertedText converted = ToUtf8(bytes_, charset);
    if (converted.replaced > 0) {
      reporter_.Warn(0, std::to_string(converted.replaced) + " bytes are no " +
                            std::string(charset) + " and are replaced");
    }
    return std::move(converted.text);
  }

  std::string_view bytes_;
  Reporter& reporter_;
};

}  // namespace

std::string DecodePage(std::string_view bytes, std::string_view told_charset, Reporter& reporter) {
  std::string claimed = told_charset.empty() ? CharsetInPage(bytes) : std::string(told_charset);
  std::string text = Decoder(bytes, reporter).Decode(claimed);
  if (auto again = DecodedAgain(text)) {
    reporter.Warn(0, "was encoded twice: decoded twice");
    text = std::move(*again);
  }
  std::erase_if(text, IsControl);
  return text;
}

}  // namespace pomocnik::kb::html
