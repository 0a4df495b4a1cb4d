#include "kb/charset/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kUtf16Le = "utf-16le";
constexpr std::string_view kUtf16Be = "utf-16be";

// The C library knows hundreds more, some of them with states and escapes: code that no document of a help needs and somebody
// might attack.
constexpr std::array<std::string_view, 13> kKnown = {
    kUtf8,   kWindows1250, "windows-1251", kWindows1252,  "windows-1254",
    kLatin2, "iso-8859-5", "iso-8859-15",  "iso-8859-16", "cp852",
    "cp437", kUtf16Le,     kUtf16Be};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kAliases = {{
    {"utf8", kUtf8},
    {"cp1250", kWindows1250},
    {"x-cp1250", kWindows1250},
    {"cp1252", kWindows1252},
    {"iso-8859-1", kWindows1252},
    {"iso8859-1", kWindows1252},
    {"latin1", kWindows1252},
    {"us-ascii", kWindows1252},
    {"ascii", kWindows1252},
    {"iso8859-2", kLatin2},
    {"latin2", kLatin2},
    {"cp1251", "windows-1251"},
    {"ibm852", "cp852"},
    {"utf-16", kUtf16Le},
}};

class Converter {
 public:
  // REQUIRES: known character sets.
  Converter(std::string_view from, std::string_view to)
      : handle_(iconv_open(std::string(to).c_str(), std::string(from).c_str())),
        unit_(IsUtf16(from) ? 2 : 1) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // It is not when the C library was installed without its tables.
  // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv tells of a failure
  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // REQUIRES: it is open.
  ConvertedText Convert(std::string_view bytes) {
    ConvertedText out;
    out.text.reserve(bytes.size() + bytes.size() / 8);
    char* from = const_cast<char*>(bytes.data());  // iconv does not write to it
    std::size_t left = bytes.size();
    std::array<char, 4096> buffer{};
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = iconv(handle_, &from, &left, &to, &room);
      out.text.append(buffer.data(), buffer.size() - room);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      const bool is_cut_off = errno == EINVAL;  // within a character
      const std::size_t skipped = is_cut_off ? left : std::min(unit_, left);
      out.text += kReplacement;
      out.replaced += skipped;
      from += skipped;
      left -= skipped;
    }
    return out;
  }

 private:
  iconv_t handle_;
  std::size_t unit_;  // the bytes that can be skipped at least
};

ConvertedText OnlyAscii(std::string_view bytes) {
  ConvertedText out;
  for (const char c : bytes) {
    const bool is_ascii = (c & '\x80') == 0;
    out.text += is_ascii ? std::string_view(&c, 1) : kReplacement;
    out.replaced += is_ascii ? 0 : 1;
  }
  return out;
}

DecodedText DecodeFrom(std::string_view bytes, std::string_view charset) {
  ConvertedText converted = ToUtf8(bytes, charset);
  return {.text = std::move(converted.text),
          .charset = std::string(charset),
          .damaged = converted.replaced > 0};
}

DecodedText Decode(std::string_view bytes, std::string_view charset) {
  if (const auto marked = ReadByteOrderMark(bytes)) {
    bytes = marked->bytes;
    if (marked->charset != kUtf8) return DecodeFrom(bytes, marked->charset);
  }
  const auto known = KnownCharset(charset);
  if (!(known && IsUtf16(*known)) && IsValidUtf8(bytes)) {
    return {.text = std::string(bytes), .charset = std::string(kUtf8)};
  }
  return DecodeFrom(bytes, known && known != kUtf8 ? *known : kWindows1250);
}

}  // namespace

std::optional<std::string_view> KnownCharset(std::string_view name) {
  const std::string lower = LowerCase(name);
  std::string_view wanted = lower;
  for (const auto& [alias, charset] : kAliases) {
    if (wanted == alias) wanted = charset;
  }
  const auto* known = std::find(kKnown.begin(), kKnown.end(), wanted);
  if (known == kKnown.end()) return std::nullopt;
  return *known;
}

bool IsUtf16(std::string_view charset) { return charset == kUtf16Le || charset == kUtf16Be; }

std::optional<MarkedText> ReadByteOrderMark(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kMarks = {
      {{"\xEF\xBB\xBF", kUtf8}, {"\xFF\xFE", kUtf16Le}, {"\xFE\xFF", kUtf16Be}}};
  for (const auto& [mark, charset] : kMarks) {
    if (bytes.starts_with(mark)) return MarkedText{charset, bytes.substr(mark.size())};
  }
  return std::nullopt;
}

ConvertedText ToUtf8(std::string_view bytes, std::string_view charset) {
  Converter converter(charset, kUtf8);
  return converter.is_open() ? converter.Convert(bytes) : OnlyAscii(bytes);
}

std::optional<std::string> FromUtf8(std::string_view text, std::string_view charset) {
  Converter converter(kUtf8, charset);
  if (!converter.is_open()) return std::nullopt;
  ConvertedText converted = converter.Convert(text);
  if (converted.replaced > 0) return std::nullopt;
  return std::move(converted.text);
}

bool IsControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

DecodedText DecodeText(std::string_view bytes, std::string_view charset) {
  DecodedText decoded = Decode(bytes, charset);
  std::replace_if(decoded.text.begin(), decoded.text.end(), IsControl, ' ');
  return decoded;
}

}  // namespace pomocnik::kb
