// Bytes of a help page -> UTF-8: what HTML adds to kb/charset, the character set that a page claims and the one that it is in.
#pragma once

#include <string>
#include <string_view>

#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html {

// The text of a page. The character set is that of the byte order mark, or what was told beside the bytes, or what the page
// itself says in <meta>; a page in another one than it claims is repaired, with a warning:
// - valid UTF-8 that claims anything else, and Windows-1250 that claims UTF-8 or nothing;
// - Windows-1250 that claims a Western character set, when its č beside š and ž give it away;
// - UTF-8 that was taken for Windows-1250 and encoded again ("ÄŤ" for č).
// What is no character becomes U+FFFD; control characters are dropped. The text is valid UTF-8 without U+0000.
std::string DecodePage(std::string_view bytes, std::string_view told_charset, Reporter& reporter);

}  // namespace pomocnik::kb::html
