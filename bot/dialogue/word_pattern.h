// Words and patterns of the data files, ready to be looked for in a message.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "index/text/analyzer.h"
#include "kb/lexicon/lexicon.h"
#include "kb/phrases/word_patterns.h"

namespace pomocnik::bot {

// A word that is looked for.
struct PatternWord {
  enum class Match {
    kExact,    // as written, without č, š and ž
    kAnyForm,  // by its inflection class
    kPrefix,   // by how it begins
  };
  std::string form;
  Match match = Match::kAnyForm;
};

using Term = std::vector<PatternWord>;  // words in a row, at least one
using TermGroup = std::vector<Term>;    // any of them

// A message must have a term of each group in `all` and none of `none`.
struct Pattern {
  std::vector<TermGroup> all;
  TermGroup none;
};

// Some words in a row: positions in a message, `end` behind the last.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A message's words with what makes looking for a term fast: most terms are ruled out by one lookup.
// Immutable; not to be copied or moved.
class Message {
 public:
  explicit Message(std::vector<index::Token> tokens);
  Message(const Message&) = delete;
  Message& operator=(const Message&) = delete;

  const std::vector<index::Token>& tokens() const { return tokens_; }
  WordRange all() const { return {0, tokens_.size()}; }

  bool Has(const Term& term) const;
  bool HasAny(const TermGroup& group) const;
  bool Matches(const Pattern& pattern) const;

  // Whether the term begins at a word. REQUIRES: at < tokens().size().
  bool StandsAt(const Term& term, std::size_t at) const;

  // The first place of a term of the group that lies in `where`.
  std::optional<WordRange> Find(const TermGroup& group, WordRange where) const;

  // Marks the words that a term of the group covers.
  void Cover(const TermGroup& group, std::vector<char>& covered) const;

 private:
  bool MayHave(const PatternWord& word) const;
  static bool Is(const index::Token& token, const PatternWord& word);

  std::vector<index::Token> tokens_;
  std::unordered_set<std::string_view> surfaces_;  // into tokens_
  std::unordered_set<std::string_view> lemmas_;
};

// Makes messages and terms of text. Words are compared as the search does it. Immutable and thread-safe.
class WordReader {
 public:
  // The lexicon is that of the search, so that both read a word alike.
  explicit WordReader(const kb::Lexicon& lexicon);

  // The first 2,000 code points. REQUIRES: valid UTF-8.
  std::vector<index::Token> Read(std::string_view text) const;

  TermGroup MakeGroup(const kb::WordGroup& words) const;
  Pattern MakePattern(const kb::WordPattern& source) const;
  std::vector<Pattern> MakePatterns(const std::vector<kb::WordPattern>& source) const;

 private:
  Term MakeTerm(std::string_view words) const;

  std::unique_ptr<const index::Analyzer> analyzer_;
};

}  // namespace pomocnik::bot
