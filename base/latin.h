// The letters that Slovene, Croatian and Serbian texts are made of.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik {

// The lower-case ASCII letter that is typed instead when the keyboard has none: A–Z and a–z themselves, c for
// č and ć, s for š, z for ž, d for đ. 0 for anything else.
char PlainLetter(char32_t letter);

// The text with its letters replaced by plain ones; whatever is no such letter stays as it is. REQUIRES: valid UTF-8.
std::string PlainLetters(std::string_view text);

}  // namespace pomocnik
