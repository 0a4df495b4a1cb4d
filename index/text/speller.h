// Misspelt words against the knowledge base's own vocabulary.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::index {

// A way to spell a word: what is compared with the misspelling, and the word it stands for. An inflection
// class may be such a key, so that a typing error in a form the knowledge base never uses is found too.
struct SpellingKey {
  std::string key;
  std::string word;
  int weight = 0;  // how many articles hold it; decides between keys of equal distance
};

struct Spelling {
  std::string word;
  int distance = 0;  // edits: insertions, deletions, substitutions, swaps of neighbours
};

// Immutable after construction and thread-safe. A trie walked with one row of the edit matrix per letter
// (Damerau's optimal string alignment distance), so that a prefix that is too far away is left at once.
class Speller {
 public:
  // Keys and words are folded. Of equal keys the one of the largest weight counts.
  explicit Speller(const std::vector<SpellingKey>& keys);
  ~Speller();
  Speller(Speller&&) noexcept;
  Speller& operator=(Speller&&) noexcept;

  // At most three words of the smallest distance at which there are any, the most frequent first. One edit is
  // allowed for words of 4 to 7 letters, two above; shorter words and words with digits get none.
  // REQUIRES: folded.
  std::vector<Spelling> Correct(std::string_view word) const;

 private:
  struct Trie;
  std::unique_ptr<Trie> trie_;
};

}  // namespace pomocnik::index
