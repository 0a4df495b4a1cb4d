// How often the forms of a word are used.
#pragma once

#include <string_view>

#include "index/morphology/paradigms.h"

namespace pomocnik::index {

// Whether a form is one that many words of the paradigm lack.
enum class Optional { kNo, kYes };

// The share of a word's occurrences in texts that has this ending, about: genitive plurals are rare beside nominatives.
// Of the paradigm's part of speech and gender; the ending without its marks, "" when there is none.
double UsualShare(const Paradigm& paradigm, std::string_view form_ending, Optional optional);

}  // namespace pomocnik::index
