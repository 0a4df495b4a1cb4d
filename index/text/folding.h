// Letters as the index sees them: lower case, without diacritics.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::index {

// Lower-cases and reduces Latin letters to ASCII: "Račun" -> "racun", "đ" -> "d", "ß" -> "ss";
// full-width forms and ligatures become plain letters. Letters of other scripts are lower-cased and
// kept. Half of our users type without č, š and ž, so the index never sees the difference.
// REQUIRES: valid UTF-8. Thread-safe.
std::string Fold(std::string_view text);

}  // namespace pomocnik::index
