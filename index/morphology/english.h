// Dictionary forms for the forms of the English word list.
#pragma once

#include <vector>

#include "index/morphology/training.h"
#include "index/morphology/word_list.h"

namespace pomocnik::index {

// Plurals, -ed and -ing belong to the entry that they are made of; what the list derives from an entry ("customer" of
// "custom") is a word of its own, with its plural. `weight` is that of each pair.
std::vector<FormLemma> EnglishPairs(const WordList& list, double weight);

}  // namespace pomocnik::index
