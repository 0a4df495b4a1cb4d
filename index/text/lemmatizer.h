// Word forms -> dictionary forms, by a trie of endings that was trained on pairs of both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pomocnik::index {

// How a dictionary form is made of a word form: cut letters off its end, then append.
// {2, "a"}: "postavkah" -> "postavka".
struct LemmaEdit {
  std::uint8_t cut = 0;
  std::string append;
  bool operator==(const LemmaEdit&) const = default;
};

// The word itself when it is too short to be cut. REQUIRES: folded.
std::string ApplyEdit(const LemmaEdit& edit, std::string_view word);

// The trie as arrays, in breadth-first order; the root is node 0. It is walked from the last letter of a word
// to its first and then over kWordStart; the deepest node that has an edit decides, so that a rule for a long
// ending wins over one for a short ending, and a whole word over both. Children of a node lie side by side,
// sorted by letter.
struct LemmaTrie {
  static constexpr std::uint16_t kNone = 0xFFFF;
  static constexpr char kWordStart = '^';

  struct Node {
    char letter = 0;
    std::uint16_t edit = kNone;     // an index into `edits`
    std::uint32_t first_child = 0;  // the last child is in front of the next node's first
  };
  // A whole word with another dictionary form beside the trie's. Kept by hash: a path of nodes for each would
  // be ten times as large, and a collision costs one needless reading in 30,000 words.
  struct Homograph {
    std::uint32_t hash = 0;  // WordHash
    std::uint16_t edit = kNone;
  };
  std::vector<LemmaEdit> edits;
  std::vector<Node> nodes;
  std::vector<Homograph> homographs;  // sorted by hash, each once
};

// FNV-1a, 32 bits.
std::uint32_t WordHash(std::string_view word);

// A dictionary form, and another one for a homograph ("dela": delo, delati); empty when there is none.
struct Lemmas {
  std::string first;
  std::string second;
};

// Immutable; thread-safe.
class Lemmatizer {
 public:
  // REQUIRES: at least the root node, with an edit; edits and children within range.
  explicit Lemmatizer(LemmaTrie trie);

  // Reads what FormatLemmaTrie wrote. kInvalidArgument: it is no such text, or damaged.
  static Result<std::shared_ptr<const Lemmatizer>> Parse(std::string_view bytes);

  // A word that was never seen gets the edit of the longest ending that was. REQUIRES: folded.
  Lemmas Find(std::string_view folded) const;

 private:
  LemmaTrie trie_;
};

// The file format: "pomocnik lemmas 2\n", a line that says what the trie was trained on, the counts of edits, nodes
// and homographs, then these in order, numbers little-endian. REQUIRES: the source is one line.
std::string FormatLemmaTrie(const LemmaTrie& trie, std::string_view source);

// What such a text was trained on; empty when it is none.
std::string_view SourceOfLemmaTrie(std::string_view bytes);

// What of a dictionary form tells words apart: a final vowel, a vowel that comes and goes (davek, davka) and
// the j of -rj- do not. It forgives a wrong guess at the ending of an unknown word. "postavka" -> "postavk",
// "davcen" -> "davcn". REQUIRES: folded.
std::string LightStem(std::string_view lemma);

}  // namespace pomocnik::index
