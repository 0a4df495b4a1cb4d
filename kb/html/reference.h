// Where the addresses in a page lead to (RFC 3986, as browsers read it).
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::kb::html {

// An address in a page that lies at `base`: absolute when it or `base` is, with spaces encoded; otherwise the path of a file
// in the folder that `base` is relative to, which dots do not lead out of. Tabs and line ends are dropped. What scheme an
// absolute address has is not checked: kb/markdown/address.h does that.
std::string ResolveReference(std::string_view base, std::string_view reference);

// "https", "mailto" … in lower case; empty when the address is relative.
std::string SchemeOf(std::string_view address);

// The address without '#' and what follows; without '?' too.
std::string_view WithoutFragment(std::string_view address);
std::string_view WithoutQuery(std::string_view address);

// The last part of the path, without query and fragment: "navodila.pdf".
std::string_view LastPart(std::string_view address);

// Whether a path ends in one of our file endings of attachments (.pdf, .docx …).
bool IsAttachment(std::string_view address);

}  // namespace pomocnik::kb::html
