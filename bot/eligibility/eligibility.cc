#include "bot/eligibility/eligibility.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <tuple>

namespace pomocnik::bot {
namespace {

using kb::Alternative;
using kb::FactTest;
using kb::PolicyRule;
using kb::Verdict;

// A value of each fact, in the order of the policy; kUndecided where any of its values is possible.
constexpr int kUndecided = -1;
using Assignment = std::vector<int>;

// Alternatives looked at for one question. The tree's policy with all facts open takes less than a tenth.
constexpr std::size_t kMostSteps = 20'000;

enum class Truth { kNo, kOpen, kYes };

Truth Evaluate(const FactTest& test, const Assignment& state) {
  int value = state[test.fact];
  if (value == kUndecided) return Truth::kOpen;
  return test.Holds(value) ? Truth::kYes : Truth::kNo;
}

Truth Evaluate(const Alternative& alternative, const Assignment& state) {
  Truth truth = Truth::kYes;
  for (const FactTest& test : alternative) truth = std::min(truth, Evaluate(test, state));
  return truth;
}

// Whether the rule holds whatever the open facts turn out to be.
bool HoldsForCertain(const PolicyRule& rule, const Assignment& state) {
  return std::any_of(rule.when.begin(), rule.when.end(), [&](const Alternative& alternative) {
    return Evaluate(alternative, state) == Truth::kYes;
  });
}

// The rules that may decide, each once and in the order in which they were met, and their verdicts.
struct Outcome {
  std::vector<const PolicyRule*> rules;
  std::set<Verdict> verdicts;
  bool complete = true;  // otherwise the work was cut off, and there may be others

  Verdict verdict() const {
    return complete && verdicts.size() == 1 ? *verdicts.begin() : Verdict::kDepends;
  }

  void Add(const PolicyRule& rule) {
    if (std::find(rules.begin(), rules.end(), &rule) != rules.end()) return;
    rules.push_back(&rule);
    verdicts.insert(rule.verdict);
  }
};

// The rules of one day.
class Rules {
 public:
  Rules(const kb::Policy& policy, Date today) : policy_(policy) {
    for (const PolicyRule& rule : policy.rules) {
      if (rule.IsInForce(today)) in_force_.push_back(&rule);
    }
  }

  const std::vector<const PolicyRule*>& in_force() const { return in_force_; }

  // What the case may lead to. Tries the values of an open fact only where a rule asks for it, so that
  // what does not matter costs nothing.
  Outcome Explore(Assignment state) const {
    Outcome outcome;
    std::size_t steps = 0;
    ExploreFrom(0, state, outcome, steps);
    std::sort(outcome.rules.begin(), outcome.rules.end());  // as they stand in the policy
    return outcome;
  }

  // Every value that a rule can tell from another one. Of a number: the last of each range, and the first
  // of the one that has no end.
  std::vector<int> ValuesOf(std::size_t fact) const {
    std::set<int> values;
    if (policy_.facts[fact].IsNumber()) {
      std::vector<int> limits = LimitsOf(fact);
      values.insert(limits.begin(), limits.end());
      values.insert(limits.empty() ? policy_.facts[fact].usual : limits.back() + 1);
    } else {
      for (std::size_t i = 0; i < policy_.facts[fact].values.size(); ++i) {
        values.insert(static_cast<int>(i));
      }
    }
    return {values.begin(), values.end()};
  }

 private:
  // The limits that rules set to a number, ascending.
  std::vector<int> LimitsOf(std::size_t fact) const {
    std::set<int> limits;
    for (const PolicyRule* rule : in_force_) {
      for (const Alternative& alternative : rule->when) {
        for (const FactTest& test : alternative) {
          if (test.fact == fact) limits.insert(test.value);
        }
      }
    }
    return {limits.begin(), limits.end()};
  }

  // An open fact that one of the rule's alternatives still waits for.
  static std::optional<std::size_t> WaitsFor(const PolicyRule& rule, const Assignment& state) {
    for (const Alternative& alternative : rule.when) {
      if (Evaluate(alternative, state) != Truth::kOpen) continue;
      for (const FactTest& test : alternative) {
        if (state[test.fact] == kUndecided) return test.fact;
      }
    }
    return std::nullopt;
  }

  // Follows the rules from a position on; where a fact is open, along each of its values.
  void ExploreFrom(std::size_t at, Assignment& state, Outcome& outcome, std::size_t& steps) const {
    for (; at < in_force_.size(); ++at) {
      const PolicyRule& rule = *in_force_[at];
      if (++steps > kMostSteps) {
        outcome.complete = false;
        return;
      }
      // The last rule has no alternatives and holds otherwise.
      if (rule.when.empty() || HoldsForCertain(rule, state)) return outcome.Add(rule);
      auto open = WaitsFor(rule, state);
      if (!open) continue;
      for (int value : ValuesOf(*open)) {
        state[*open] = value;
        ExploreFrom(at, state, outcome, steps);
      }
      state[*open] = kUndecided;
      return;
    }
  }

  const kb::Policy& policy_;
  std::vector<const PolicyRule*> in_force_;
};

// The facts of a case as the policy counts them.
struct CaseFacts {
  Assignment state;
  std::vector<std::size_t> unmentioned;  // facts that are as usual because nobody spoke of them
  std::vector<std::size_t> open;
};

CaseFacts ReadCase(const kb::Policy& policy, const Facts& facts) {
  CaseFacts result;
  for (std::size_t i = 0; i < policy.facts.size(); ++i) {
    const kb::PolicyFact& fact = policy.facts[i];
    auto said = facts.find(fact.id);
    if (said != facts.end() && said->second.state == FactValue::State::kOpen) {
      result.open.push_back(i);
      result.state.push_back(kUndecided);
      continue;
    }
    auto value = said == facts.end() ? std::nullopt : fact.ValueOf(said->second.value);
    if (!value) result.unmentioned.push_back(i);
    result.state.push_back(value.value_or(fact.usual));
  }
  return result;
}

std::vector<const kb::PolicyFact*> ConditionsOf(const kb::Policy& policy, const Rules& rules,
                                                const CaseFacts& facts, Verdict verdict) {
  std::vector<const kb::PolicyFact*> conditions;
  for (std::size_t fact : facts.unmentioned) {
    auto values = rules.ValuesOf(fact);
    bool matters = std::any_of(values.begin(), values.end(), [&](int value) {
      Assignment other = facts.state;
      other[fact] = value;
      return rules.Explore(std::move(other)).verdict() != verdict;
    });
    if (matters) conditions.push_back(&policy.facts[fact]);
  }
  return conditions;
}

// What each value of the open fact leads to, and how much is still unsettled then.
struct Settled {
  std::size_t unsettled_answers = 0;
  std::size_t most_verdicts = 0;  // possible after one answer
  FactQuestion question;

  auto order() const { return std::tuple(unsettled_answers, most_verdicts); }
};

Settled Ask(const kb::PolicyFact& fact, std::size_t position, const Rules& rules,
            const CaseFacts& facts) {
  Settled settled;
  settled.question.fact = &fact;
  auto values = rules.ValuesOf(position);
  for (std::size_t i = 0; i < values.size(); ++i) {
    Assignment other = facts.state;
    other[position] = values[i];
    Outcome outcome = rules.Explore(std::move(other));
    FactAnswer answer;
    answer.value = fact.TextOf(values[i]);
    answer.verdict = outcome.verdict();
    if (answer.verdict == Verdict::kDepends) {
      ++settled.unsettled_answers;
    } else {
      answer.rule = outcome.rules.front();
    }
    if (fact.IsNumber() && i > 0) answer.over = values[i - 1];
    if (fact.IsNumber() && i + 1 < values.size()) answer.at_most = values[i];
    settled.most_verdicts = std::max(settled.most_verdicts, outcome.verdicts.size());
    settled.question.answers.push_back(std::move(answer));
  }
  return settled;
}

// The open fact after which least is left open; of equal ones the first of the policy.
std::optional<FactQuestion> BestQuestion(const kb::Policy& policy, const Rules& rules,
                                         const CaseFacts& facts) {
  std::optional<Settled> best;
  for (std::size_t fact : facts.open) {
    Settled settled = Ask(policy.facts[fact], fact, rules, facts);
    if (!best || settled.order() < best->order()) best = std::move(settled);
  }
  return best ? std::optional(std::move(best->question)) : std::nullopt;
}

// See Judgement::rules.
std::vector<const PolicyRule*> DecidingRules(const Rules& rules, const Assignment& state,
                                             const Outcome& outcome) {
  Verdict verdict = outcome.verdict();
  if (verdict == Verdict::kDepends) return outcome.rules;
  std::vector<const PolicyRule*> certain;
  for (const PolicyRule* rule : rules.in_force()) {
    if (rule->verdict != verdict || !HoldsForCertain(*rule, state)) continue;
    certain.push_back(rule);
    if (verdict != Verdict::kPaid) break;
  }
  return certain.empty() ? outcome.rules : certain;
}

}  // namespace

Judgement Judge(const kb::Policy& policy, const Facts& facts, Date today) {
  Rules rules(policy, today);
  CaseFacts read = ReadCase(policy, facts);
  Outcome outcome = rules.Explore(read.state);
  Judgement judgement;
  judgement.verdict = outcome.verdict();
  judgement.rules = DecidingRules(rules, read.state, outcome);
  judgement.conditions = ConditionsOf(policy, rules, read, judgement.verdict);
  if (judgement.verdict == Verdict::kDepends) {
    judgement.question = BestQuestion(policy, rules, read);
  }
  judgement.has_price = judgement.verdict == Verdict::kPaid;
  judgement.has_free_way = judgement.has_price &&
                           std::all_of(judgement.rules.begin(), judgement.rules.end(),
                                       [](const PolicyRule* rule) { return rule->offer_is_free; });
  return judgement;
}

}  // namespace pomocnik::bot
