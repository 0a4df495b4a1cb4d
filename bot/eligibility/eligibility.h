// Will help be free, paid or not given? By the vendor's policy (kb/policy).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "bot/eligibility/facts.h"
#include "kb/policy/policy.h"

namespace pomocnik::bot {

// What follows when an open fact turns out to be so.
struct FactAnswer {
  std::string value;        // as in Facts; of a range its last number or, of the last, its first
  std::optional<int> over;  // of a number: the range it stands for
  std::optional<int> at_most;
  kb::Verdict verdict = kb::Verdict::kDepends;  // kDepends while others are open
  const kb::PolicyRule* rule = nullptr;         // that decides then; null with kDepends
};

// The open fact that should be asked about.
struct FactQuestion {
  const kb::PolicyFact* fact = nullptr;
  std::vector<FactAnswer> answers;  // in the order of the policy, numbers ascending
};

// Points into the policy, which must outlive it.
struct Judgement {
  kb::Verdict verdict = kb::Verdict::kDepends;

  // What decides, never empty. First the rule that applies first; with kPaid then the other paid rules
  // that hold as well. While facts are open that do not matter: rules that hold whatever they turn out
  // to be or, where there is none, each that may decide. With kDepends: each that may decide.
  std::vector<const kb::PolicyRule*> rules;

  // Facts that nobody spoke of, with which the verdict stands and falls: "free, if …".
  std::vector<const kb::PolicyFact*> conditions;

  std::optional<FactQuestion> question;  // with kDepends, and only then

  bool has_price = false;     // paid: the lowest line of the price list belongs to it
  bool has_free_way = false;  // paid, but by what the first rule offers it would be free
};

// The case by the rules that are in force on the day. Facts that nobody spoke of are as usual; so are those
// whose value the policy does not know, and facts that the policy does not know count for nothing.
// kDepends only when the open facts can lead to different verdicts, or when the policy is so entangled
// that not all of them could be followed: the work is bounded. Pure.
Judgement Judge(const kb::Policy& policy, const Facts& facts, Date today);

}  // namespace pomocnik::bot
