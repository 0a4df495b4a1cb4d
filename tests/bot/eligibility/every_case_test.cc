// Every case there can be, judged by the tree's policy and by the vendor's table as it is written for
// people, which is here once more as plain code.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "bot/eligibility/eligibility.h"
#include "tests/support/policy_of_the_tree.h"

namespace pomocnik::bot {
namespace {

using kb::Verdict;
using testing::PolicyOfTheTree;
using State = FactValue::State;

const Date kCaseDay{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{26}};

// The facts that are answered by yes or no, and the answer that is taken for granted.
struct YesNo {
  const char* id;
  bool usual;
};
constexpr std::array<YesNo, 16> kYesNo = {{{"trained", true},
                                           {"company_trained", true},
                                           {"new_program", false},
                                           {"seminar", false},
                                           {"settings_missing", false},
                                           {"in_help", false},
                                           {"in_newsletter", false},
                                           {"remote", false},
                                           {"data_repair", false},
                                           {"repeated", false},
                                           {"non_program_service", false},
                                           {"arrears", false},
                                           {"outside_hours", false},
                                           {"arranged_in_advance", false},
                                           {"training", false},
                                           {"self_help", false}}};

struct Decision {
  Verdict verdict;
  const char* rule;
};

// The vendor's table, read from top to bottom.
struct Situation {
  std::string channel = "portal";
  std::string topic = "usage";
  int minutes = 10;
  bool trained = true, company_trained = true, new_program = false, seminar = false;
  bool settings_missing = false, in_help = false, in_newsletter = false, remote = false;
  bool data_repair = false, repeated = false, non_program_service = false, arrears = false;
  bool outside_hours = false, arranged_in_advance = false, training = false, self_help = false;

  Decision Decide() const {
    if (arrears) return {Verdict::kNone, "N1"};
    if (!trained) return {Verdict::kNone, "N2"};
    if (outside_hours && !arranged_in_advance) return {Verdict::kNone, "N3"};
    if (channel != "portal") return {Verdict::kPaid, "P1"};
    const bool seminar_for_start = new_program && seminar;
    if ((!company_trained && !seminar_for_start) || settings_missing) return {Verdict::kPaid, "P2"};
    if (in_help || in_newsletter) return {Verdict::kPaid, "P3"};
    if (minutes > 15 || training) return {Verdict::kPaid, "P4"};
    if (topic != "usage") return {Verdict::kPaid, "P5"};
    if (data_repair) return {Verdict::kPaid, "P6"};
    if (remote) return {Verdict::kPaid, "P7"};
    if (repeated) return {Verdict::kPaid, "P8"};
    if (non_program_service) return {Verdict::kPaid, "P9"};
    if (self_help) return {Verdict::kFree, "F3"};
    if (new_program && (company_trained || seminar)) return {Verdict::kFree, "F2"};
    return {Verdict::kFree, "F1"};
  }

  void Set(std::string_view id, const std::string& value) {
    if (id == "channel") channel = value;
    if (id == "topic") topic = value;
    if (id == "minutes") minutes = std::stoi(value);
    bool* const flags[] = {&trained,
                           &company_trained,
                           &new_program,
                           &seminar,
                           &settings_missing,
                           &in_help,
                           &in_newsletter,
                           &remote,
                           &data_repair,
                           &repeated,
                           &non_program_service,
                           &arrears,
                           &outside_hours,
                           &arranged_in_advance,
                           &training,
                           &self_help};
    for (std::size_t i = 0; i < kYesNo.size(); ++i) {
      if (id == kYesNo[i].id) *flags[i] = value == "yes";
    }
  }
};

std::vector<std::string> ValuesOf(std::string_view id) {
  if (id == "channel") return {"portal", "phone", "email"};
  if (id == "topic") return {"usage", "legislation", "organisation"};
  if (id == "minutes") return {"14", "15", "16", "600"};
  return {"yes", "no"};
}

std::vector<std::string> AllIds() {
  std::vector<std::string> ids = {"channel", "topic", "minutes"};
  for (const YesNo& fact : kYesNo) ids.emplace_back(fact.id);
  return ids;
}

std::string Described(const Facts& facts) {
  std::string text;
  for (const auto& [id, fact] : facts) {
    text += id + "=" + (fact.state == State::kOpen ? "?" : fact.value) + " ";
  }
  return text;
}

int Rank(Verdict verdict) {
  return verdict == Verdict::kNone ? 0 : verdict == Verdict::kPaid ? 1 : 2;
}

// The verdict that all ways to decide the open facts agree on, otherwise kDepends.
Verdict Expected(const Facts& facts) {
  std::vector<Situation> situations(1);
  for (const auto& [id, fact] : facts) {
    std::vector<Situation> next;
    auto values = fact.state == State::kOpen ? ValuesOf(id) : std::vector{fact.value};
    for (const auto& value : values) {
      for (Situation situation : situations) {
        situation.Set(id, value);
        next.push_back(situation);
      }
    }
    situations = std::move(next);
  }
  Verdict first = situations.front().Decide().verdict;
  for (const auto& situation : situations) {
    if (situation.Decide().verdict != first) return Verdict::kDepends;
  }
  return first;
}

TEST_CASE("the policy asks exactly for the facts of the table, and takes the benign for granted") {
  kb::Policy policy = PolicyOfTheTree();
  CHECK(policy.facts.size() == kYesNo.size() + 3);
  for (const YesNo& row : kYesNo) {
    const auto* fact = policy.FindFact(row.id);
    REQUIRE_MESSAGE(fact, row.id);
    CHECK(fact->TextOf(fact->usual) == (row.usual ? "yes" : "no"));
  }
  CHECK(policy.FindFact("channel")->TextOf(policy.FindFact("channel")->usual) == "portal");
  CHECK(policy.FindFact("topic")->TextOf(policy.FindFact("topic")->usual) == "usage");
  CHECK(policy.FindFact("minutes")->IsNumber());
}

TEST_CASE("every known case has one verdict, that of the table, with its clause") {
  kb::Policy policy = PolicyOfTheTree();
  Facts facts;
  long wrong = 0;
  long cases = 0;
  std::string first_wrong;
  auto judge = [&](const Situation& situation) {
    Judgement judgement = Judge(policy, facts, kCaseDay);
    Decision decision = situation.Decide();
    bool good = judgement.verdict == decision.verdict && !judgement.rules.empty() &&
                judgement.rules.front()->id == decision.rule && !judgement.question &&
                judgement.conditions.empty() &&
                judgement.has_price == (decision.verdict == Verdict::kPaid);
    for (const auto* rule : judgement.rules) good = good && rule->verdict == decision.verdict;
    if (!good && wrong++ == 0) first_wrong = Described(facts);
    ++cases;
  };
  for (const char* channel : {"portal", "phone", "email"}) {
    for (const char* topic : {"usage", "legislation", "organisation"}) {
      for (const char* minutes : {"14", "15", "16"}) {
        Situation situation;
        situation.Set("channel", channel);
        situation.Set("topic", topic);
        situation.Set("minutes", minutes);
        facts = {{"channel", {State::kKnown, channel}},
                 {"topic", {State::kKnown, topic}},
                 {"minutes", {State::kKnown, minutes}}};
        for (const YesNo& fact : kYesNo) {
          facts[fact.id] = {State::kKnown, "no"};
          situation.Set(fact.id, "no");
        }
        judge(situation);
        // Gray code: each step changes one answer.
        for (unsigned i = 1; i < 1U << kYesNo.size(); ++i) {
          const char* id = kYesNo[static_cast<std::size_t>(__builtin_ctz(i))].id;
          std::string& value = facts.find(id)->second.value;
          value = value == "yes" ? "no" : "yes";
          situation.Set(id, value);
          judge(situation);
        }
      }
    }
  }
  CHECK(cases == 27L << 16);
  CHECK_MESSAGE(wrong == 0, first_wrong);
}

// Judges against Expected, and checks what must be so of any judgement.
void CheckOpenCase(const kb::Policy& policy, const Facts& facts) {
  CAPTURE(Described(facts));
  Judgement judgement = Judge(policy, facts, kCaseDay);
  REQUIRE(judgement.verdict == Expected(facts));
  REQUIRE_FALSE(judgement.rules.empty());
  REQUIRE(judgement.question.has_value() == (judgement.verdict == Verdict::kDepends));
  if (!judgement.question) return;
  const std::string& asked = judgement.question->fact->id;
  REQUIRE(facts.find(asked)->second.state == State::kOpen);
  for (const FactAnswer& answer : judgement.question->answers) {
    Facts answered = facts;
    answered[asked] = {State::kKnown, answer.value};
    REQUIRE(answer.verdict == Expected(answered));
    REQUIRE((answer.rule == nullptr) == (answer.verdict == Verdict::kDepends));
  }
}

TEST_CASE("one or two open facts leave it open only where they matter") {
  kb::Policy policy = PolicyOfTheTree();
  auto ids = AllIds();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    for (std::size_t j = i; j < ids.size(); ++j) {
      Facts open = {{ids[i], {State::kOpen, ""}}, {ids[j], {State::kOpen, ""}}};
      CheckOpenCase(policy, open);
      for (const auto& other : ids) {
        if (open.count(other)) continue;
        for (const auto& value : ValuesOf(other)) {
          Facts facts = open;
          facts[other] = {State::kKnown, value};
          CheckOpenCase(policy, facts);
        }
      }
    }
  }
}

TEST_CASE("a condition is a fact nobody spoke of whose other value changes the verdict") {
  kb::Policy policy = PolicyOfTheTree();
  auto ids = AllIds();
  for (const auto& said : ids) {
    for (const auto& value : ValuesOf(said)) {
      Facts facts = {{said, {State::kKnown, value}}};
      CAPTURE(Described(facts));
      std::vector<std::string> expected;
      for (const auto& fact : policy.facts) {
        if (fact.id == said) continue;
        bool matters = false;
        for (const auto& other : ValuesOf(fact.id)) {
          Facts changed = facts;
          changed[fact.id] = {State::kKnown, other};
          matters = matters || Expected(changed) != Expected(facts);
        }
        if (matters) expected.push_back(fact.id);
      }
      std::vector<std::string> found;
      for (const auto* fact : Judge(policy, facts, kCaseDay).conditions) found.push_back(fact->id);
      CHECK(found == expected);
    }
  }
}

TEST_CASE("not given goes before paid, and paid before free") {
  kb::Policy policy = PolicyOfTheTree();
  for (std::size_t i = 1; i < policy.rules.size(); ++i) {
    CHECK(Rank(policy.rules[i - 1].verdict) <= Rank(policy.rules[i].verdict));
  }
}

TEST_CASE("with everything open it depends, and the work stays small") {
  kb::Policy policy = PolicyOfTheTree();
  Facts facts;
  for (const auto& id : AllIds()) facts[id] = {State::kOpen, ""};
  Judgement judgement = Judge(policy, facts, kCaseDay);
  CHECK(judgement.verdict == Verdict::kDepends);
  CHECK(judgement.rules.size() == policy.rules.size());
  facts["arrears"] = {State::kKnown, "yes"};
  CHECK(Judge(policy, facts, kCaseDay).verdict == Verdict::kNone);
}

}  // namespace
}  // namespace pomocnik::bot
