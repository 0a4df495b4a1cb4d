// Pairs of word form and dictionary form -> a trie for the lemmatizer.
#pragma once

#include <string>
#include <vector>

#include "index/text/lemmatizer.h"

namespace pomocnik::index {

// One reading of a form. Of several readings of one form the heaviest counts, and the second heaviest as a
// homograph's when it has a fair share.
struct FormLemma {
  std::string form;   // lower case or folded; is folded
  std::string lemma;  // the same
  double weight = 1;  // above 0
};

// A homograph's second reading is kept from this share of both weights on.
inline constexpr double kLeastSecondShare = 0.2;

// Every ending gets the edit that most of its words' weight wants, and is stored where it differs from that
// of the next shorter ending; so every trained form gets its heaviest lemma, and unseen forms the most usual one.
// Letters outside a–z and pairs without a letter are left out. Pure.
LemmaTrie TrainLemmaTrie(const std::vector<FormLemma>& pairs);

}  // namespace pomocnik::index
