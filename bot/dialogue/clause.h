// The clauses of a message, and what is denied or left open in them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bot/dialogue/word_pattern.h"
#include "kb/phrases/facts.h"

namespace pomocnik::bot {

// How somebody stands to what they name.
enum class Stance { kPlain, kDenied, kOpen };

// The words that divide, deny and leave open. Immutable and thread-safe.
struct ClauseWords {
  ClauseWords(const kb::FactTable& table, const WordReader& reader);

  TermGroup borders, joints, denials, idle_denials, undecided, undecided_alone, whether, enough,
      replacing;
};

// A message taken apart at punctuation and at words such as "ampak". Keeps both arguments of the constructor
// by reference.
class Clauses {
 public:
  // `text` is what the message was made of.
  Clauses(std::string_view text, const Message& message, const ClauseWords& words);

  const std::vector<WordRange>& ranges() const { return ranges_; }

  // Of the words at `place`, which lie in the clause of this number.
  Stance StanceOf(WordRange place, std::size_t clause) const;

  // The words of the clause behind "namesto": the first value named in them is replaced by another.
  std::optional<WordRange> ReplacedIn(std::size_t clause) const;

 private:
  void Split(std::string_view text);
  void MarkJoints();
  void MarkDenials();
  void MarkOpen();
  bool BeginsWith(const TermGroup& group, std::size_t clause) const;
  bool JointBetween(WordRange one, WordRange other) const;

  const Message& message_;
  const ClauseWords& words_;
  std::vector<WordRange> ranges_;
  std::vector<char> joint_;   // by word
  std::vector<char> denial_;  // by word
  std::vector<char> open_;    // by clause: undecided from outside
};

}  // namespace pomocnik::bot
