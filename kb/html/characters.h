// The characters of a page's text as its reader sees them.
#pragma once

#include <cstddef>
#include <string_view>

namespace pomocnik::kb::html {

struct Character {
  enum class Kind {
    kLetter,   // anything that is seen
    kBlank,    // white space of any width
    kNothing,  // not seen: soft hyphens, zero-width spaces, controls, marks of writing direction
  };
  Kind kind = Kind::kNothing;
  std::string_view bytes;
};

// The character at `position`, which is moved behind it. REQUIRES: as NextCodePoint (base/utf8.h).
Character NextCharacter(std::string_view text, std::size_t& position);

}  // namespace pomocnik::kb::html
