// What a message tells of a support case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/dialogue/clause.h"
#include "bot/dialogue/spoken_time.h"
#include "bot/dialogue/word_pattern.h"
#include "bot/eligibility/facts.h"
#include "kb/lexicon/lexicon.h"
#include "kb/phrases/facts.h"

namespace pomocnik::bot {

struct Case {
  Facts facts;
  enum class Asks { kNothing, kCost, kHelp } asks = Asks::kNothing;
};

// Whether a message is judged by the policy.
enum class Matter { kCase, kNone };

// The patterns of facts.yaml, ready to be matched; words are compared as the search does it. Immutable and
// thread-safe; movable.
class FactRules {
 public:
  // The lexicon is that of the search, so that both read a word alike.
  FactRules(const kb::FactTable& table, const kb::Lexicon& lexicon);

  // Reads the first 2,000 code points. REQUIRES: valid UTF-8.
  Case Find(std::string_view text) const;

  // What a message says when a fact was asked for: "10 minut", "da", "ne vem". Absent when it says nothing of it.
  // REQUIRES: valid UTF-8.
  std::optional<FactValue> AnswerTo(std::string_view fact, std::string_view text) const;

  // kCase when it is asked what help costs or whether people help, and a fact is known or open that may decide
  // it: neither that a question is on using a program does so, nor by what channel somebody wants help unless
  // the cost is asked. Or when at least two facts are told that speak of support only. So neither a question about the
  // programs nor one about the policy as a whole is a case.
  Matter MatterOf(const Case& found) const;

 private:
  struct Wording {
    std::string value, denied, denied_alone;
    TermGroup unless;
    std::vector<Pattern> patterns;
  };

  struct Fact {
    std::string id;
    kb::FactSayings::About about;
    std::vector<Wording> wordings;
  };

  // What one clause says of a fact.
  struct Finding {
    std::string value;
    Stance stance = Stance::kPlain;
    enum class Weight { kFull, kIfAlone } weight = Weight::kFull;
  };

  std::vector<Finding> FindingsOf(const Fact& fact, const Message& message,
                                  const Clauses& clauses) const;
  FactValue MinutesOf(const SpokenDuration& duration, Stance stance) const;
  std::string PlainAnswer(std::string_view fact, bool affirmed) const;
  static std::optional<std::size_t> ReplacedBegin(const Fact& fact, const Message& message,
                                                  std::optional<WordRange> behind);
  void AddMinutes(const Message& message, const Clauses& clauses, Case& found) const;
  void AddOutsideHours(const Message& message, const Clauses& clauses, Case& found) const;

  WordReader reader_;
  ClauseWords clause_words_;
  DurationReader durations_;
  ClockReader clock_;
  std::vector<Fact> facts_;
  std::vector<Pattern> asks_cost_;
  std::vector<Pattern> asks_help_;
  TermGroup affirmations_;
};

}  // namespace pomocnik::bot
