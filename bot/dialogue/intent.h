// What a message is about, unless it is a question for the search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/dialogue/word_pattern.h"
#include "bot/eligibility/facts.h"
#include "kb/lexicon/lexicon.h"
#include "kb/phrases/intents.h"

namespace pomocnik::bot {

struct Intent {
  std::string id;  // of kb/phrases/intents.yaml: "hours"
  kb::IntentAct act = kb::IntentAct::kSmalltalk;
  std::string say;  // with kPolicy a topic of the policy, otherwise the key of a phrase
  kb::IntentRule::Guard guard = kb::IntentRule::Guard::kNo;
  kb::IntentRule::Reach reach = kb::IntentRule::Reach::kAnywhere;
  Facts tells{};  // of the case; with any, the message is a matter of its own
};

// Whether a message can be understood without the one before it.
enum class Reference { kNone, kFollowUp };

// The patterns of intents.yaml, ready to be matched. Words are compared as the search does it: in any form,
// without č, š and ž. Immutable and thread-safe; movable.
class IntentRules {
 public:
  // The lexicon is that of the search, so that both read a word alike.
  IntentRules(const kb::IntentTable& table, const kb::Lexicon& lexicon);

  // The first rule that matches; null for a question to be searched. Reads the first 2,000 code points.
  // The result lives as long as the rules. REQUIRES: valid UTF-8.
  const Intent* Match(std::string_view text) const;

  // kFollowUp for a message that opens as one that goes on ("kaj pa za lansko leto?") or points back ("pri
  // tem"), and has few words of its own. What Match finds an intent in may be one, too: ask Match first.
  // REQUIRES: valid UTF-8.
  Reference ReferenceOf(std::string_view text) const;

 private:
  struct Rule {
    Intent intent;
    std::vector<Pattern> patterns;
  };

  void AddEmptyWords(const Rule& rule);
  bool Matches(const Rule& rule, const Message& message) const;

  WordReader reader_;
  std::vector<Rule> rules_;
  TermGroup empty_words_;  // what a message may hold besides when a rule is for the whole of it
  TermGroup fillers_;
  TermGroup openings_;
  TermGroup pointers_;
};

}  // namespace pomocnik::bot
