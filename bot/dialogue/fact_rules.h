// What a message tells of a support case.
#pragma once

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

  // kCase when it is asked what help costs or whether people help, and a fact is known or open that may decide
  // it; or when at least two facts are told that speak of support only. So neither a question about the
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
  void AddMinutes(const Message& message, const Clauses& clauses, Case& found) const;
  void AddOutsideHours(const Message& message, const Clauses& clauses, Case& found) const;

  WordReader reader_;
  ClauseWords clause_words_;
  DurationReader durations_;
  ClockReader clock_;
  std::vector<Fact> facts_;
  std::vector<Pattern> asks_cost_;
  std::vector<Pattern> asks_help_;
};

}  // namespace pomocnik::bot
