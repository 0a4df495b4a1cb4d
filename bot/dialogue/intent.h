// What a message is about, unless it is a question for the search.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"
#include "kb/lexicon/lexicon.h"
#include "kb/phrases/intents.h"

namespace pomocnik::bot {

struct Intent {
  std::string id;  // of kb/phrases/intents.yaml: "hours"
  kb::IntentAct act = kb::IntentAct::kSmalltalk;
  std::string say;  // with kPolicy a topic of the policy, otherwise the key of a phrase
};

// The patterns of intents.yaml, ready to be matched. Words are compared as the search does it: in any form,
// without č, š and ž. Immutable and thread-safe; movable.
class IntentRules {
 public:
  // The lexicon is that of the search, so that both read a word alike.
  IntentRules(const kb::IntentTable& table, const kb::Lexicon& lexicon);

  // The first rule that matches; null for a question to be searched. Reads the first 2,000 code points.
  // The result lives as long as the rules. REQUIRES: valid UTF-8.
  const Intent* Match(std::string_view text) const;

 private:
  // A word of a pattern; with kExact it is compared as written, otherwise by its inflection class.
  struct Word {
    enum class Match { kExact, kAnyForm };
    std::string form;
    Match match = Match::kAnyForm;
  };
  using Term = std::vector<Word>;  // words in a row
  using Group = std::vector<Term>;

  struct Pattern {
    std::vector<Group> all;
    Group none;
  };

  struct Rule {
    Intent intent;
    kb::IntentRule::Reach reach = kb::IntentRule::Reach::kAnywhere;
    std::vector<Pattern> patterns;
  };

  class Message;

  Term MakeTerm(std::string_view words) const;
  Group MakeGroup(const kb::WordGroup& words) const;
  Pattern MakePattern(const kb::IntentPattern& source) const;
  void AddEmptyWords(const Rule& rule);
  bool Matches(const Rule& rule, const Message& message) const;

  std::unique_ptr<const index::Analyzer> analyzer_;
  std::vector<Rule> rules_;
  Group empty_words_;  // what a message may hold besides when a rule is for the whole of it
};

}  // namespace pomocnik::bot
