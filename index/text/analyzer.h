// Text -> tokens: the one analysis, used both when an article is indexed and when a question is asked.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kb/lexicon/lexicon.h"

namespace pomocnik::index {

// One word of a text. Every form is folded: lower case, ASCII where a Latin letter allows it (č -> c).
struct Token {
  std::size_t begin = 0;  // byte range in the text
  std::size_t end = 0;
  std::string surface;  // folded as typed: "racunih"
  std::string lemma;    // the inflection class: "racun"
  std::string root;     // the derivation class: "knjiz" for knjižiti, knjiženje, knjižba
  bool stop_word = false;
  bool code = false;  // has a digit or is a short all-capitals abbreviation: matched whole
  // For words written with a hyphen, dot or slash: the joined form ("eracun") and the parts ("e", "racun"),
  // as lemmas, searched at the same position.
  std::vector<std::string> compounds;
};

// Immutable after construction and thread-safe: each call works on its own state.
class Analyzer {
 public:
  explicit Analyzer(const kb::Lexicon& lexicon);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // The words in order, stop words included (marked). Any bytes are allowed; invalid UTF-8 reads as U+FFFD.
  // Tokens longer than 64 code points are cut to 64.
  std::vector<Token> Analyze(std::string_view text) const;

  // Changes whenever the same text may give other tokens; part of the index version.
  std::string Fingerprint() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pomocnik::index
