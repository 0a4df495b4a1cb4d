// Links to published addresses that we have the article of. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kb/library.h"

namespace pomocnik::kb {

// What addresses of one page have in common: no scheme, no "www.", a host in small letters, no '/' at the end and no '#…'. Empty for
// what is no web address.
std::string AddressKey(std::string_view address);

// Makes of each link to an address or alias of an article in the library a link to that article ("article:ID"), in blocks and
// Markdown; what leads to the article that it stands in becomes text. Of two articles with one address the first by id counts.
// Returns how many links were changed.
std::size_t LinkKnownAddresses(Library& library);

}  // namespace pomocnik::kb
