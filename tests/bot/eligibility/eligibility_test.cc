#include "bot/eligibility/eligibility.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/policy_of_the_tree.h"

namespace pomocnik::bot {
namespace {

using testing::PolicyFrom;
using testing::PolicyOfTheTree;

using State = FactValue::State;

const Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{26}};

// "minutes=20 remote=?" as facts.
Facts Read(std::string_view text) {
  Facts facts;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    std::size_t equals = word.find('=');
    std::string value(word.substr(equals + 1));
    facts[std::string(word.substr(0, equals))] =
        value == "?" ? FactValue{State::kOpen, ""} : FactValue{State::kKnown, value};
  }
  return facts;
}

// "paid P1 P4 | if trained | ask channel: portal free F1, phone paid P1".
std::string Written(const Judgement& judgement) {
  std::string text(kb::VerdictName(judgement.verdict));
  for (const auto* rule : judgement.rules) text += " " + rule->id;
  if (!judgement.question) return text;
  text += " | ask " + judgement.question->fact->id + ":";
  for (const auto& answer : judgement.question->answers) {
    text += " " + answer.value + "=" + std::string(kb::VerdictName(answer.verdict));
    if (answer.rule) text += "(" + answer.rule->id + ")";
  }
  return text;
}

TEST_CASE("a case is judged as the table says") {
  struct Row {
    const char* facts;
    const char* judgement;
  };
  const Row rows[] = {
      {"", "free F1"},
      {"minutes=15", "free F1"},
      {"minutes=16", "paid P4"},
      {"channel=phone", "paid P1"},
      {"channel=email minutes=20 topic=legislation", "paid P1 P4 P5"},
      {"channel=phone arrears=yes", "none N1"},
      {"arrears=yes trained=no outside_hours=yes", "none N1"},
      {"trained=no company_trained=no", "none N2"},
      {"company_trained=no", "paid P2"},
      {"outside_hours=yes", "none N3"},
      {"outside_hours=yes arranged_in_advance=yes", "free F1"},
      {"in_help=yes", "paid P3"},
      {"new_program=yes", "free F2"},
      {"new_program=yes company_trained=no", "paid P2"},
      {"new_program=yes company_trained=no seminar=yes", "free F2"},
      {"new_program=yes minutes=30", "paid P4"},
      {"self_help=yes", "free F3"},
      {"self_help=yes new_program=yes", "free F3"},
      {"self_help=yes remote=yes", "paid P7"},
      {"minutes=?", "depends P4 F1 | ask minutes: 15=free(F1) 16=paid(P4)"},
      {"channel=?", "depends P1 F1 | ask channel: portal=free(F1) phone=paid(P1) email=paid(P1)"},
      // What is open but does not matter.
      {"minutes=? channel=phone", "paid P1"},
      {"channel=? in_help=yes", "paid P3"},
      {"remote=? arrears=yes", "none N1"},
      {"arrears=? trained=no", "none N2"},
      {"new_program=?", "free F2 F1"},
      {"new_program=? self_help=yes", "free F3"},
      {"arranged_in_advance=?", "free F1"},
      // The question that leaves least open.
      {"minutes=? arrears=?", "depends N1 P4 F1 | ask arrears: yes=none(N1) no=depends"},
      {"outside_hours=? arranged_in_advance=?",
       "depends N3 F1 | ask outside_hours: yes=depends no=free(F1)"},
      {"company_trained=? new_program=yes",
       "depends P2 F2 | ask company_trained: yes=free(F2) no=paid(P2)"},
      // What the policy does not know.
      {"minutes=many weather=bad channel=pigeon remote=", "free F1"},
  };
  kb::Policy policy = PolicyOfTheTree();
  for (const Row& row : rows) {
    CHECK_MESSAGE(Written(Judge(policy, Read(row.facts), kToday)) == row.judgement, row.facts);
  }
}

TEST_CASE("a paid case can be had for free only when each paid rule has a way") {
  kb::Policy policy = PolicyOfTheTree();
  auto free_way = [&](std::string_view facts) {
    return Judge(policy, Read(facts), kToday).has_free_way;
  };
  CHECK(free_way("channel=phone"));
  CHECK(free_way("channel=phone in_help=yes"));
  CHECK_FALSE(free_way("channel=phone minutes=20"));
  CHECK_FALSE(free_way("remote=yes"));
  CHECK_FALSE(free_way("channel=portal"));
}

TEST_CASE("the conditions of a free answer stand in the order of the policy") {
  kb::Policy policy = PolicyOfTheTree();
  auto conditions = Judge(policy, Read("minutes=5"), kToday).conditions;
  REQUIRE(conditions.size() == 14);
  CHECK(conditions[0]->condition.sl == "če zahtevek oddate prek portala");
  CHECK(conditions[1]->id == "topic");
  CHECK(conditions.back()->id == "arrears");
}

TEST_CASE("the answers about a number tell the range they stand for") {
  kb::Policy policy = PolicyOfTheTree();
  auto judgement = Judge(policy, Read("minutes=?"), kToday);
  REQUIRE(judgement.question);
  const auto& answers = judgement.question->answers;
  REQUIRE(answers.size() == 2);
  CHECK(answers[0].at_most == 15);
  CHECK_FALSE(answers[0].over);
  CHECK(answers[1].over == 15);
  CHECK_FALSE(answers[1].at_most);
}

TEST_CASE("a rule counts from its first day to its last") {
  std::string text = testing::PolicyTextOfTheTree();
  std::string from = "      - {remote: yes}\n";
  std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.insert(at + from.size(), "    valid_from: 2026-11-26\n    valid_to: 2026-11-27\n");
  kb::Policy policy = PolicyFrom(text);
  Facts facts = Read("remote=yes");
  const std::pair<const char*, const char*> rows[] = {{"2026-11-25", "free F1"},
                                                      {"2026-11-26", "paid P7"},
                                                      {"2026-11-27", "paid P7"},
                                                      {"2026-11-28", "free F1"}};
  for (const auto& row : rows) {
    CHECK_MESSAGE(Written(Judge(policy, facts, *ParseDate(row.first))) == row.second, row.first);
  }
}

}  // namespace
}  // namespace pomocnik::bot
