#include "kb/html/decoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::kb::html {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kWindows1250 = "CP1250";
constexpr std::string_view kWindows1252 = "CP1252";
constexpr std::string_view kLatin2 = "ISO-8859-2";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// What pages call a character set -> what iconv calls it. Only these: rarer decoders of iconv are code that nobody needs
// and somebody might attack. A page in Latin-1 is read as its superset, as browsers do.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kCharsets = {{
    {"utf-8", kUtf8},
    {"utf8", kUtf8},
    {"windows-1250", kWindows1250},
    {"cp1250", kWindows1250},
    {"x-cp1250", kWindows1250},
    {"windows-1252", kWindows1252},
    {"cp1252", kWindows1252},
    {"iso-8859-1", kWindows1252},
    {"iso8859-1", kWindows1252},
    {"latin1", kWindows1252},
    {"us-ascii", kWindows1252},
    {"ascii", kWindows1252},
    {"iso-8859-2", kLatin2},
    {"iso8859-2", kLatin2},
    {"latin2", kLatin2},
    {"windows-1251", "CP1251"},
    {"iso-8859-15", "ISO-8859-15"},
    {"ibm852", "CP852"},
    {"cp852", "CP852"},
    {"utf-16", "UTF-16LE"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
}};

struct CloseConverter {
  void operator()(void* converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<void, CloseConverter>;

struct Converted {
  std::string text;
  std::size_t replaced = 0;  // bytes that are no character
};

Converted Convert(std::string_view bytes, std::string_view from, std::string_view to) {
  Converted out;
  // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv tells of a failure
  const auto kFailed = reinterpret_cast<iconv_t>(-1);
  iconv_t opened = iconv_open(std::string(to).c_str(), std::string(from).c_str());
  if (opened == kFailed) return {"", bytes.size()};
  Converter converter(opened);
  out.text.reserve(bytes.size() + bytes.size() / 8);
  char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
  std::size_t left = bytes.size();
  while (left > 0) {
    std::array<char, 4096> buffer;
    char* end = buffer.data();
    std::size_t room = buffer.size();
    std::size_t result = iconv(converter.get(), &in, &left, &end, &room);
    out.text.append(buffer.data(), end);
    bool is_full = room < 16;
    if (result != static_cast<std::size_t>(-1) || is_full) continue;
    out.text += kReplacement;
    ++out.replaced;
    ++in;
    --left;
  }
  return out;
}

char ToLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), ToLower);
  return lower;
}

// As much of a name as a message can hold.
std::string Printable(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  std::string printable(name.substr(0, kLongest));
  std::erase_if(printable, [](char c) { return c <= ' ' || c > '~'; });
  return printable;
}

// What iconv calls it; absent when it is none of ours.
std::optional<std::string_view> KnownCharset(std::string_view name) {
  std::string lower = Lower(name);
  auto found = std::find_if(kCharsets.begin(), kCharsets.end(),
                            [&](const auto& entry) { return entry.first == lower; });
  if (found == kCharsets.end()) return std::nullopt;
  return found->second;
}

// The value of the first charset=… in the head of a page; empty when there is none.
std::string CharsetInPage(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;  // browsers look at 1024 bytes; old pages have long heads
  constexpr std::string_view kKey = "charset";
  std::string head = Lower(bytes.substr(0, kHead));
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

// UTF-8 with the bytes replaced that are none.
Converted MendUtf8(std::string_view bytes) { return Convert(bytes, kUtf8, kUtf8); }

// Whether nearly all bytes beyond ASCII are UTF-8: a cut letter or two, not another character set.
bool IsMostlyUtf8(std::string_view bytes, const Converted& mended) {
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
  Converted back = Convert(text, kUtf8, kWindows1250);
  if (back.replaced > 0 || !IsValidUtf8(back.text)) return std::nullopt;
  return std::move(back.text);
}

void DropControls(std::string& text) {
  std::erase_if(text, [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r') ||
           c == '\x7f';
  });
}

// Decides what the bytes are and reads them as that.
class Decoder {
 public:
  Decoder(std::string_view bytes, Reporter& reporter) : bytes_(bytes), reporter_(reporter) {}

  std::string Decode(const std::string& claimed) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) {
      bytes_.remove_prefix(3);
      return DecodeUtf8(kUtf8);
    }
    if (bytes_.starts_with("\xFF\xFE")) return Read(bytes_.substr(2), "UTF-16LE");
    if (bytes_.starts_with("\xFE\xFF")) return Read(bytes_.substr(2), "UTF-16BE");
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
    Converted mended = MendUtf8(bytes_);
    if (IsMostlyUtf8(bytes_, mended)) {
      reporter_.Warn(0, std::to_string(mended.replaced) + " bytes are no UTF-8 and are replaced");
      return std::move(mended.text);
    }
    reporter_.Warn(0, claimed.empty() ? "no character set is told: read as Windows-1250"
                                      : "is no UTF-8 as it claims: read as Windows-1250");
    return Read(bytes_, kWindows1250);
  }

  std::string DecodeOther(std::string_view claimed) {
    const bool is_wide = claimed.starts_with("UTF-16");
    if (IsAscii(bytes_) && !is_wide) return std::string(bytes_);
    const bool is_utf8 = IsValidUtf8(bytes_) && IsOfOurScripts(bytes_);
    if (is_utf8 && (!is_wide || bytes_.find('\0') == std::string_view::npos)) {
      reporter_.Warn(0, "claims " + std::string(claimed) + " but is UTF-8");
      return std::string(bytes_);
    }
    if (claimed == kWindows1252 && LooksSlovene(bytes_)) {
      reporter_.Warn(0, "claims a Western character set: read as Windows-1250");
      return Read(bytes_, kWindows1250);
    }
    // In Latin-2 these are controls.
    if (claimed == kLatin2 && bytes_.find_first_of("\x8A\x8E\x9A\x9E") != std::string_view::npos) {
      reporter_.Warn(0, "claims ISO-8859-2: read as Windows-1250");
      return Read(bytes_, kWindows1250);
    }
    return Read(bytes_, claimed);
  }

  std::string Read(std::string_view bytes, std::string_view charset) {
    Converted converted = Convert(bytes, charset, kUtf8);
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

std::string DecodeText(std::string_view bytes, std::string_view told_charset, Reporter& reporter) {
  std::string text = Decoder(bytes, reporter).Decode(std::string(told_charset));
  if (auto again = DecodedAgain(text)) {
    reporter.Warn(0, "was encoded twice: decoded twice");
    text = std::move(*again);
  }
  DropControls(text);
  return text;
}

std::string DecodePage(std::string_view bytes, std::string_view told_charset, Reporter& reporter) {
  std::string claimed = told_charset.empty() ? CharsetInPage(bytes) : std::string(told_charset);
  return DecodeText(bytes, claimed, reporter);
}

}  // namespace pomocnik::kb::html
