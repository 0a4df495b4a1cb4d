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

// Of folded letters.
bool IsVowel(char letter);

// Only letters a to z: codes, abbreviations with dots and words of other scripts are no Slovene words.
bool IsPlainWord(std::string_view folded);

}  // namespace pomocnik::index
