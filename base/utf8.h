// UTF-8 as bytes: checking and cutting. What a letter is lives in index/text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pomocnik {

// What some programs put before the first character of a text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// True if text is well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF). U+0000 is
// well-formed; borders that must refuse it check for it themselves.
bool IsValidUtf8(std::string_view text);

// The number of code points. REQUIRES: IsValidUtf8(text).
std::size_t CountCodePoints(std::string_view text);

// The longest prefix of at most limit code points. REQUIRES: IsValidUtf8(text).
std::string_view TruncateCodePoints(std::string_view text, std::size_t limit);

// The code point at `position`, which is moved behind it.
// REQUIRES: IsValidUtf8(text), position < text.size() and at the start of a code point.
char32_t NextCodePoint(std::string_view text, std::size_t& position);

// Appends a code point. REQUIRES: a scalar value (not a surrogate, at most U+10FFFF).
void AppendCodePoint(char32_t code_point, std::string& out);

}  // namespace pomocnik
