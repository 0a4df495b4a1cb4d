// A digest that tells one content from another, whoever wrote it. Pure.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::kb {

// SHA-256, 64 lower-case hex digits.
std::string ContentHash(std::string_view bytes);

}  // namespace pomocnik::kb
