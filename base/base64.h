// Base64 of RFC 4648, section 4, by OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik {

// With padding, without line breaks.
std::string Base64(std::string_view bytes);

}  // namespace pomocnik
