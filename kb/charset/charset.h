// Bytes in whatever character set -> text. Pure.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::kb {

struct DecodedText {
  std::string
      text;  // valid UTF-8 without a byte order mark; control characters but for tab and line ends are spaces
  std::string charset;   // that it was taken for, in lower case
  bool damaged = false;  // bytes that are no character of it became U+FFFD

  bool operator==(const DecodedText&) const = default;
};

// Takes any bytes. A byte order mark decides; then UTF-8, if the bytes are valid, since a text in another character set hardly
// ever is; then `charset`, as the source tells it, if it is a known one that is not UTF-8; then windows-1250, which older
// programs in Slovenia wrote.
DecodedText DecodeText(std::string_view bytes, std::string_view charset);

}  // namespace pomocnik::kb
