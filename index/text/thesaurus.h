// Other words for a word: synonyms and translations, in analysed form.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/text/analyzer.h"
#include "kb/lexicon/lexicon.h"

namespace pomocnik::index {

// Another way to say a phrase: one or more index terms separated by spaces, and how much it counts
// (0 to 1). A term is a lemma, or "=surface" for an abbreviation: "DN" is not the class of "dnevi".
struct Alternative {
  std::string terms;
  double weight = 0;
};

// Immutable after construction and thread-safe.
class Thesaurus {
 public:
  Thesaurus(const kb::Lexicon& lexicon, const Analyzer& analyzer);

  // The alternatives of a phrase of lemmas separated by spaces, or of one "=surface"; empty when
  // there are none.
  const std::vector<Alternative>& Find(std::string_view terms) const;

  // The number of words of the longest phrase that has alternatives.
  std::size_t longest() const { return longest_; }

 private:
  void Add(const std::string& from, const std::string& to, double weight);

  std::unordered_map<std::string, std::vector<Alternative>> alternatives_;
  std::size_t longest_ = 0;
};

}  // namespace pomocnik::index
