// Text -> tokens: the one analysis, used both when an article is indexed and when a question is
// asked.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "kb/lexicon/lexicon.h"

namespace pomocnik::index {

// One word of a text. Every form is folded (index/text/folding.h).
struct Token {
  std::size_t begin = 0;  // byte range in the text
  std::size_t end = 0;
  std::string surface;  // as typed: "racunih"
  std::string lemma;    // the inflection class: "racun"
  std::string second;   // of a homograph's other reading ("dela": delo, delati); else empty
  std::string root;     // the derivation class: "knjiz" for knjižiti, knjiženje, knjižba

  // A function word: indexed, but not searched for.
  bool stop_word = false;

  // Has a digit, or at most two letters: only the whole form counts, so lemma and root equal
  // surface.
  bool code = false;

  // Further forms at the same position. The first part of a hyphenated word carries the joined
  // form: "e" of e-račun "eracun", "rek" of REK-1 "rek1". A word with inner dots carries the joined
  // form and its parts: "d.o.o" "doo"; "gk.racun" "gkracun", "gk", "racun".
  std::vector<std::string> compounds;
};

// What was found out of words that stand alone, by the word as written. For one analyzer and one thread.
struct TextHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the library's name
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using TokenMemo = std::unordered_map<std::string, Token, TextHash, std::equal_to<>>;

// Immutable after construction and thread-safe.
class Analyzer {
 public:
  // Words get their classes from the lexicon's lemma model, without one by rules for endings.
  // REQUIRES: CheckLemmaModel finds nothing wrong.
  explicit Analyzer(const kb::Lexicon& lexicon);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // The words in order, stop words included (marked). The ending of an inflected abbreviation
  // ("DDV-ja") is no word of its own. Tokens are cut to 64 bytes at a code point. REQUIRES: valid
  // UTF-8.
  std::vector<Token> Analyze(std::string_view text) const;

  // The same for many texts: a word that recurs is looked up in the memo, which grows by those that are new.
  std::vector<Token> Analyze(std::string_view text, TokenMemo& memo) const;

  // The lemmas of the words that are not stop words, separated by spaces: a key for "the same
  // words, however inflected".
  std::string Key(std::string_view text) const;

 private:
  template <typename TokenOf>
  std::vector<Token> AnalyzeWith(std::string_view text, TokenOf token_of) const;

  struct State;
  std::unique_ptr<State> state_;
};

// The lemmas of the words that are not stop words, each once and in alphabetical order, separated by spaces: equal for
// two phrases of the same words.
std::string WordSet(const std::vector<Token>& tokens);

// Whether the lexicon's lemma model can be read, or there is none. kInvalidArgument: it is damaged.
Status CheckLemmaModel(const kb::Lexicon& lexicon);

// Changes whenever Analyze may give other tokens for the same text and lexicon: part of an index's
// manifest, so that an index made by another analysis is refused.
inline constexpr int kAnalysisVersion = 4;

}  // namespace pomocnik::index
