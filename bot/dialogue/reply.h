// What is asked and what is answered: the values of one turn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "index/search.h"
#include "kb/article.h"
#include "kb/policy/policy.h"

namespace pomocnik::bot {

enum class Decision { kAnswer, kChoices, kAbstain, kPolicy, kSmalltalk, kHandoff, kStatus };
std::string_view DecisionName(Decision decision);  // "answer", as the API spells it

// What help outside this assistant would cost, by the vendor's policy.
using kb::Verdict;
using kb::VerdictName;

// One message of a visitor. Texts are valid UTF-8.
struct Question {
  std::string text;
  std::string lang;  // sl, en or hr; empty: found out from the text
  index::Context context;
  std::string channel;  // "web", "f1", "cli"; free text of at most 20 characters, for statistics
  index::Reading reading = index::Reading::kCorrected;
  std::string
      choice{};  // id of the offered article that is picked, whose title `text` is; may be empty
};

// Where a statement of the reply comes from.
struct Citation {
  index::ArticleInfo article;
  std::string anchor;  // the passage that was quoted; empty: its beginning
};

// An article offered when several fit, or as possibly related.
struct Choice {
  index::ArticleInfo article;
};

// What a question was taken for where words of it were unknown.
struct Understood {
  struct Word {
    std::string typed;
    std::string read_as;
  };
  std::vector<Word> words;  // those that were changed, at least one
  std::string text;         // says so
  std::string offer;        // text of the button for asking again with Reading::kLiteral
};

struct VerdictInfo {
  Verdict verdict = Verdict::kDepends;
  std::vector<std::string> rules;  // ids of kb/policy ("P5")
  std::string clause;              // the policy's text in the reply's language
  enum class Rests { kOnNothing, kOnConditions } rests = Rests::kOnNothing;  // that nobody spoke of
  // What belongs to it besides the clause: what it rests or depends on, what it would cost, what to do
  // instead, and since when the policy is in force.
  std::vector<kb::Block> blocks{};
};

// A request that is ready for the portal. Holds no personal data that was recognised.
struct Draft {
  std::string
      reference;  // "P-7K3F9Q": also in the text, so that the request can be joined with its episode
  std::string title;
  std::string text;
  std::string removed;  // says what was taken out of the visitor's words; empty: nothing
};

// The way to a person: always present in a reply.
struct Handoff {
  std::string portal_url;
  std::string label;           // text of the button
  std::optional<Draft> draft;  // when the reply suggests filing a request
  using Prefill = kb::Policy::Prefill;
  Prefill prefill = Prefill::kNo;  // whether the portal's form takes the draft from the address
};

struct Reply {
  std::string lang = "sl";
  Decision decision = Decision::kAbstain;
  std::optional<Understood> understood;
  std::vector<kb::Block> blocks;    // what is shown: our phrases and quoted blocks, in order
  std::vector<Citation> citations;  // never with kAbstain or kSmalltalk
  std::vector<Choice> choices;      // with kChoices at most three
  std::optional<VerdictInfo> verdict;
  Handoff handoff;
  // Whether the answer is shown only after the draft was offered: deflection/holdout.h.
  enum class Held { kNo, kYes } held = Held::kNo;
};

}  // namespace pomocnik::bot
