// Links to published addresses that we have the article of. Pure.
#pragma once

#include <cstddef>

#include "kb/library.h"

namespace pomocnik::kb {

// Makes of each link to an address or alias of an article in the library a link to that article ("article:ID"), in blocks and
// Markdown. Addresses are compared without scheme, "www.", a "/" at the end, and what is behind '#'; links to an article's own
// address lose it. Returns how many links were changed.
std::size_t LinkKnownAddresses(Library& library);

}  // namespace pomocnik::kb
