#include "kb/charset/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kUtf8 = "utf-8";
constexpr std::string_view kUsual = "windows-1250";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// What texts in our languages were ever written in. The C library knows hundreds more, some of them with states and escapes
// that no document of a help needs.
constexpr std::array<std::string_view, 14> kKnown = {
    "windows-1250", "windows-1251", "windows-1252", "windows-1254", "iso-8859-1",
    "iso-8859-2",   "iso-8859-5",   "iso-8859-15",  "iso-8859-16",  "cp852",
    "cp437",        "utf-16le",     "utf-16be",     "us-ascii"};

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}

// The known character set of this name, under its usual one.
std::optional<std::string_view> KnownCharset(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kAliases = {{
      {"cp1250", "windows-1250"},
      {"x-cp1250", "windows-1250"},
      {"cp1252", "windows-1252"},
      {"latin1", "iso-8859-1"},
      {"latin2", "iso-8859-2"},
      {"iso8859-2", "iso-8859-2"},
      {"ibm852", "cp852"},
      {"utf-16", "utf-16le"},
  }};
  const std::string lower = LowerCase(name);
  std::string_view wanted = lower;
  for (const auto& [alias, charset] : kAliases) {
    if (wanted == alias) wanted = charset;
  }
  const auto* known = std::find(kKnown.begin(), kKnown.end(), wanted);
  if (known == kKnown.end()) return std::nullopt;
  return *known;
}

class Converter {
 public:
  // REQUIRES: a known character set.
  explicit Converter(std::string_view charset)
      : handle_(iconv_open("UTF-8", std::string(charset).c_str())) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  void Convert(std::string_view bytes, DecodedText& out) {
    std::string in(bytes);  // iconv takes no const
    char* from = in.data();
    std::size_t left = in.size();
    std::array<char, 4096> buffer{};
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = iconv(handle_, &from, &left, &to, &room);
      out.text.append(buffer.data(), buffer.size() - room);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      out.damaged = true;
      out.text += kReplacement;
      if (errno == EINVAL) return;  // cut off within a character
      ++from;
      --left;
      iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    }
  }

 private:
  iconv_t handle_;
};

void ReplaceControls(std::string& text) {
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F) c = ' ';
  }
}

DecodedText DecodeFrom(std::string_view bytes, std::string_view charset) {
  DecodedText decoded{.text = {}, .charset = std::string(charset)};
  Converter converter(charset);
  if (converter.is_open()) {
    converter.Convert(bytes, decoded);
  } else {
    // The C library was installed without its tables.
    decoded.damaged = true;
    for (const char c : bytes) {
      const bool ascii = static_cast<unsigned char>(c) < 0x80;
      decoded.text += ascii ? std::string_view(&c, 1) : kReplacement;
    }
  }
  return decoded;
}

DecodedText Decode(std::string_view bytes, std::string_view charset) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kMarks = {
      {{"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}}};
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  for (const auto& [mark, name] : kMarks) {
    if (bytes.starts_with(mark)) return DecodeFrom(bytes.substr(mark.size()), name);
  }
  const auto known = KnownCharset(charset);
  const bool two_bytes = known && known->starts_with("utf-16");
  if (!two_bytes && IsValidUtf8(bytes)) {
    return {.text = std::string(bytes), .charset = std::string(kUtf8)};
  }
  return DecodeFrom(bytes, known.value_or(kUsual));
}

}  // namespace

DecodedText DecodeText(std::string_view bytes, std::string_view charset) {
  DecodedText decoded = Decode(bytes, charset);
  ReplaceControls(decoded.text);
  return decoded;
}

}  // namespace pomocnik::kb
