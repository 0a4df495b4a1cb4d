#include "bot/eval/scores.h"

#include <algorithm>
#include <utility>

namespace pomocnik::bot::eval {
namespace {

constexpr std::size_t kCandidates = 10;
constexpr std::size_t kChoicesShown = 3;

class Scorer {
 public:
  explicit Scorer(const Outcomes& outcomes) : outcomes_(outcomes) {}

  void Add(const SetQuestion& question) {
    const Outcome* outcome = Find(question.id);
    const Outcome none;
    if (question.article.empty()) return AddAbsent(question.id, outcome ? *outcome : none);
    std::vector<std::string> groups = {"all",
                                       question.lang == "sl" ? question.style : question.lang};
    if (question.lang == "sl") groups.emplace_back("sl");
    for (const std::string& group : groups)
      AddAnswerable(question, outcome ? *outcome : none, group);
  }

  void Add(const OutsideMessage& message) {
    using Kind = OutsideMessage::Kind;
    const Outcome* outcome = Find(message.id);
    auto is = [&](std::initializer_list<Decision> decisions) {
      return outcome &&
             std::find(decisions.begin(), decisions.end(), outcome->decision) != decisions.end();
    };
    switch (message.kind) {
      case Kind::kOfftopic:
        return Add("wrong.offtopic", message.id, is({Decision::kAnswer, Decision::kChoices}));
      case Kind::kNoise:
        return Add("wrong.noise", message.id, is({Decision::kAnswer, Decision::kChoices}));
      case Kind::kLegislation:
        Add("wrong.legislation", message.id, is({Decision::kAnswer}));
        return Add("legislation.paid", message.id,
                   is({Decision::kPolicy}) && outcome->verdict == Verdict::kPaid);
      case Kind::kService:
        return Add("service", message.id,
                   is({Decision::kPolicy, Decision::kHandoff, Decision::kStatus}));
      case Kind::kSmalltalk:
        return Add("smalltalk", message.id, is({Decision::kSmalltalk}));
    }
  }

  void Add(const PolicyQuestion& question) {
    const Outcome* outcome = Find(question.id);
    std::string_view verdict;
    if (outcome && outcome->verdict) {
      verdict = VerdictName(*outcome->verdict);
    } else if (outcome && outcome->decision == Decision::kPolicy) {
      verdict = "info";
    }
    Add("verdict", question.id, verdict == question.verdict);
    Add("verdict." + question.verdict, question.id, verdict == question.verdict);
    Add("wrong.free_promised", question.id, question.verdict != "free" && verdict == "free");
  }

  Figures Take() && { return std::move(figures_); }

 private:
  const Outcome* Find(std::string_view id) const {
    const auto found = outcomes_.find(id);
    return found == outcomes_.end() ? nullptr : &found->second;
  }

  void Add(const std::string& figure, const std::string& id, double value) {
    figures_[figure].push_back({id, value});
  }

  void AddAbsent(const std::string& id, const Outcome& outcome) {
    Add("wrong.absent", id, outcome.decision == Decision::kAnswer);
    Add("wrong.absent_choices", id, outcome.decision == Decision::kChoices);
  }

  void AddAnswerable(const SetQuestion& question, const Outcome& outcome,
                     const std::string& group) {
    const std::size_t rank = RankOf(question.article, outcome);
    const bool near = rank >= 1 && rank <= kChoicesShown;
    const bool direct = outcome.decision == Decision::kAnswer && rank == 1;
    const bool solved = direct || (outcome.decision == Decision::kChoices && near);
    const bool shown =
        outcome.decision == Decision::kAnswer || outcome.decision == Decision::kChoices;
    Add("r1." + group, question.id, rank == 1);
    Add("r3." + group, question.id, near);
    Add("mrr." + group, question.id, rank == 0 ? 0 : 1 / static_cast<double>(rank));
    Add("direct." + group, question.id, direct);
    Add("solved." + group, question.id, solved);
    Add("wrong." + group, question.id, shown && !solved);
  }

  const Outcomes& outcomes_;
  Figures figures_;
};

}  // namespace

Outcome OutcomeOf(const Answer& answer) {
  Outcome outcome;
  outcome.decision = answer.reply.decision;
  for (const index::Hit& hit : answer.candidates) outcome.articles.push_back(hit.article.id);
  outcome.confidence = answer.confidence;
  outcome.features = answer.features;
  if (answer.reply.verdict) outcome.verdict = answer.reply.verdict->verdict;
  return outcome;
}

Figures Score(const QuestionSet& set, const Outcomes& outcomes) {
  Scorer scorer(outcomes);
  for (const auto& question : set.questions) scorer.Add(question);
  for (const auto& message : set.outside) scorer.Add(message);
  for (const auto& question : set.policy) scorer.Add(question);
  return std::move(scorer).Take();
}

Goal GoalOf(std::string_view figure) {
  return figure.starts_with("wrong") ? Goal::kLow : Goal::kHigh;
}

double MeanOf(const Figure& figure) {
  double sum = 0;
  for (const Observation& observation : figure) sum += observation.value;
  return sum / static_cast<double>(figure.size());
}

std::size_t RankOf(std::string_view article, const Outcome& outcome) {
  const auto end = outcome.articles.begin() +
                   static_cast<std::ptrdiff_t>(std::min(kCandidates, outcome.articles.size()));
  const auto found = std::find(outcome.articles.begin(), end, article);
  return found == end ? 0 : static_cast<std::size_t>(found - outcome.articles.begin()) + 1;
}

}  // namespace pomocnik::bot::eval
