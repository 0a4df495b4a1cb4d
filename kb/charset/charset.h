// Bytes in whatever character set -> text: which ones we read, by which names, and how. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pomocnik::kb {

inline constexpr std::string_view kUtf8 = "utf-8";
inline constexpr std::string_view kWindows1250 = "windows-1250";
inline constexpr std::string_view kWindows1252 = "windows-1252";
inline constexpr std::string_view kLatin2 = "iso-8859-2";

// The one name that the functions below know a character set by, for any name that documents give it; absent when it is none of
// those that texts in our languages were ever written in. Latin-1 and ASCII are read as their superset windows-1252, as browsers do.
std::optional<std::string_view> KnownCharset(std::string_view name);

// Whether its characters take two bytes or more.
bool IsUtf16(std::string_view charset);

struct MarkedText {
  std::string_view charset;
  std::string_view bytes;  // behind the mark

  bool operator==(const MarkedText&) const = default;
};

// What a byte order mark says; absent when the bytes begin with none.
std::optional<MarkedText> ReadByteOrderMark(std::string_view bytes);

struct ConvertedText {
  std::string text;
  std::size_t replaced = 0;  // bytes that are no characters of the character set
};

// Takes any bytes; what is no character becomes U+FFFD. REQUIRES: a name that KnownCharset gives.
ConvertedText ToUtf8(std::string_view bytes, std::string_view charset);

// The other way round; absent when a character is not in the character set. REQUIRES: a name that KnownCharset gives.
std::optional<std::string> FromUtf8(std::string_view text, std::string_view charset);

// Controls but for tab and line ends: no text needs them.
bool IsControl(char c);

struct DecodedText {
  std::string text;      // valid UTF-8 without a byte order mark; controls are spaces
  std::string charset;   // that it was taken for, as KnownCharset names it
  bool damaged = false;  // bytes that are no character of it became U+FFFD

  bool operator==(const DecodedText&) const = default;
};

// Takes any bytes. A byte order mark decides; then UTF-8, if the bytes are valid, since a text in another character set hardly
// ever is; then `charset`, as the source tells it, if it is a known one that is not UTF-8; then windows-1250, which older
// programs in Slovenia wrote.
DecodedText DecodeText(std::string_view bytes, std::string_view charset);

}  // namespace pomocnik::kb
