// Why a reply was given: what is kept with a turn, so that it can be told when the index has long been another one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bot/dialogue/answer.h"

namespace pomocnik::bot {

struct Explanation {
  struct Term {
    std::string word;   // as typed
    std::string lemma;  // the class it was searched by
    double idf = 0;     // how much it tells
    bool operator==(const Term&) const = default;
  };
  // What a score is made of: amounts of words are added, those of factors multiply the sum.
  struct Part {
    enum class Kind { kWord, kFactor } kind = Kind::kWord;
    std::string name;  // "račun → racun (title 1, body 3)", "coverage"
    double amount = 0;
    bool operator==(const Part&) const = default;
  };
  struct Hit {
    std::string id;
    std::string title;
    double score = 0;
    std::vector<Part> parts;
    bool operator==(const Hit&) const = default;
  };

  std::string rule;  // Answer::rule
  double answer_from =
      0;  // confidence from which the first hit was the answer, and from which hits were offered
  double choices_from = 0;
  std::vector<Term> terms;
  std::vector<Hit> hits;  // best first, at most kExplainedHits
  bool operator==(const Explanation&) const = default;
};

inline constexpr std::size_t kExplainedHits = 3;

// Holds no personal data that was recognised: a word that redaction takes out of what was searched for is left out
// here, too.
Explanation Explain(const Answer& answer);

// Numbers are cut to three places.
std::string ToJson(const Explanation& explanation);

// kInvalidArgument: not what ToJson writes.
Result<Explanation> ParseExplanation(std::string_view json);

}  // namespace pomocnik::bot
