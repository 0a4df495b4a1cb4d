// Misspelt words against the knowledge base's own vocabulary.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::index {

struct Spelling {
  std::string word;
  int distance = 0;  // edits: insertions, deletions, substitutions, swaps of neighbours
};

// Immutable after construction and thread-safe. A trie walked with one row of the edit matrix per
// letter (Damerau's optimal string alignment distance), so that a prefix that is too far away is
// left at once.
class Speller {
 public:
  // The words are folded; order and repetition do not matter, `weights` (how many articles hold the
  // word) decide between words of equal distance. REQUIRES: words.size() == weights.size().
  Speller(const std::vector<std::string>& words, const std::vector<int>& weights);
  ~Speller();
  Speller(Speller&&) noexcept;
  Speller& operator=(Speller&&) noexcept;

  // At most three words of the smallest distance at which there are any, the most frequent first.
  // One edit is allowed for words of 4 to 7 letters, two above; shorter words and words with digits
  // get none. REQUIRES: folded.
  std::vector<Spelling> Correct(std::string_view word) const;

 private:
  struct Trie;
  std::unique_ptr<Trie> trie_;
};

}  // namespace pomocnik::index
