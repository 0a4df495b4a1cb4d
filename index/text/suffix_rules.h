// Slovene inflection and derivation by hand-written suffix rules.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::index {

// The inflection class of a folded word: all case, number and person forms of a word should give
// the same class, and no other word's should. "racunih", "racunom", "racun" -> "racun". A class is
// not a dictionary form. Pure; REQUIRES: lower-case; letters outside a–z are left as they are.
std::string InflectionClass(std::string_view folded);

// The derivation class: words of one family share it ("knjiziti", "knjizenje", "knjizba" ->
// "knjiz"). REQUIRES: the result of InflectionClass.
std::string DerivationClass(std::string_view inflection_class);

}  // namespace pomocnik::index
