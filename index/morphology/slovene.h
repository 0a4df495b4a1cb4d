// Dictionary forms for the forms of a Slovene word list that knows none.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "index/morphology/training.h"
#include "index/morphology/word_list.h"

namespace pomocnik::index {

// Changes whenever the same lists may give other pairs or another trie, so that models learnt before are made anew.
inline constexpr int kDerivationVersion = 3;

// A word is taken for a dictionary form when it is listed and so are most of the forms that one of the paradigms
// predicts of it. Words that compete for a form share it by expectation and maximisation; each form gets its best
// reading and, with a part of the weight, the next. Forms that nothing explains are left out. Takes some seconds
// and 500 MB for a million forms; `progress` is told how many were looked at.
std::vector<FormLemma> DeriveSlovenePairs(
    const WordList& list, const std::function<void(std::size_t done, std::size_t total)>& progress);

}  // namespace pomocnik::index
