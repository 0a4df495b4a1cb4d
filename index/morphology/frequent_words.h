// The most usual Slovene words.
#pragma once

#include <string_view>
#include <unordered_set>

namespace pomocnik::index {

// Dictionary forms, in letters as in word_list.h. Where forms of two words are alike, theirs is meant nearly always
// (let: leto; vodi: voditi), which no list of forms can tell. The views are static.
std::unordered_set<std::string_view> FrequentWords();

}  // namespace pomocnik::index
