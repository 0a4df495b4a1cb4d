#include "kb/policy/policy.h"

#include <doctest/doctest.h>

#include <string>

#include "kb/policy/confidence.h"
#include "kb/policy/thresholds.h"
#include "tests/support/data_files.h"

namespace pomocnik::kb {
namespace {

std::string FileOfTheTree(std::string_view name) { return testing::DataFileOfTheTree(name).text; }

// The tree's policy with one piece of its text replaced.
std::string Changed(std::string_view from, std::string_view to) {
  std::string text = FileOfTheTree("policy/policy.yaml");
  std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("the tree's policy is read whole") {
  Diagnostics diagnostics;
  auto policy = ParsePolicy(FileOfTheTree("policy/policy.yaml"), "policy.yaml", diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(FormatDiagnostic(diagnostic));
  REQUIRE(policy);
  CHECK(policy->rules.size() == 15);
  CHECK(policy->rules.front().id == "N1");
  CHECK(policy->FindRule("P5")->verdict == Verdict::kPaid);
  CHECK(policy->FindRule("F3")->verdict == Verdict::kFree);
  CHECK(policy->FindRule("Z9") == nullptr);
  CHECK(policy->FindText("hours")->In("en").find("Monday") != std::string::npos);
  CHECK(policy->FindTopic("prices")->table == PolicyTopic::Table::kPrices);
  CHECK(policy->FindTopic("legislation")->rule == "P5");
  CHECK(policy->facts.size() == 19);
  CHECK(policy->FindFact("minutes")->IsNumber());
  CHECK(policy->FindFact("channel")->values[1].label.In("en") == "by phone");
  CHECK(policy->rules.back().id == "F1");
  CHECK(policy->rules.back().when.empty());
  CHECK(policy->FindRule("P4")->when[0][0].relation == FactTest::Relation::kOver);
  CHECK(policy->hours.time_zone == "Europe/Ljubljana");
  CHECK(policy->hours.week[0] == OpeningHours{std::chrono::hours{8}, std::chrono::hours{16}});
  CHECK_FALSE(policy->hours.week[5]);
  CHECK(policy->prices.LowestLine().with_contract.In("sl") == "71");
  CHECK(policy->prices.least_minutes == 15);
  CHECK(FormatDate(policy->prices.valid_from) == "2024-01-01");
  CHECK(policy->prices.lines.front().with_contract.In("hr") == "71");
}

TEST_CASE("a policy with any error is not taken, and the error names the line") {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view message;
  };
  const Row rows[] = {
      {"portal_url: https", "portal: https", "portal_url is missing"},
      {"valid_from: 2024-01-01", "valid_from: soon", "expected a date"},
      {"verdict: none", "verdict: maybe", "expected free, paid or none"},
      {"id: N2", "id: N1", "the id N1 repeats"},
      {"say: [F1, F2, F3]", "say: [F1, F7]", "no rule or clause F7 above"},
      {"rule: P5", "rule: P55", "no rule P55 above"},
      {"table: prices", "table: holidays", "prices or days can be shown"},
      {"opens: \"08:00\"", "opens: eight", "expected a time like \"08:00\""},
      {"      sl: Poravnajte", "      si: Poravnajte", "unknown language si"},
      {"      name: {sl: Standardno delo,", "      name: {", "the text in sl is missing"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    CHECK_FALSE(ParsePolicy(Changed(row.from, row.to), "policy.yaml", diagnostics));
    REQUIRE_FALSE(diagnostics.empty());
    CHECK_MESSAGE(diagnostics[0].message.find(row.message) != std::string::npos,
                  FormatDiagnostic(diagnostics[0]));
    CHECK(diagnostics[0].line > 0);
  }
}

// A policy as small as can be, by line: its errors are easy to point at.
constexpr const char* kSmall[] = {
    "portal_url: https://example.org/",                                            // 1
    "valid_from: 2024-01-01",                                                      // 2
    "facts:",                                                                      // 3
    "  - {id: channel, usual: portal, condition: {sl: a, en: a, hr: a},",          // 4
    "     question: {sl: a, en: a, hr: a},",                                       // 5
    "     values: [{id: portal, label: {sl: a, en: a, hr: a}},",                   // 6
    "              {id: phone, label: {sl: a, en: a, hr: a}}]}",                   // 7
    "  - {id: minutes, usual: 15, condition: {sl: a, en: a, hr: a},",              // 8
    "     question: {sl: a, en: a, hr: a}, values: number}",                       // 9
    "  - {id: remote, usual: no, condition: {sl: a, en: a, hr: a},",               // 10
    "     question: {sl: a, en: a, hr: a}, values: [yes, no]}",                    // 11
    "rules:",                                                                      // 12
    "  - id: P1",                                                                  // 13
    "    verdict: paid",                                                           // 14
    "    when:",                                                                   // 15
    "      - {channel: phone}",                                                    // 16
    "      - {minutes: over 15}",                                                  // 17
    "    clause: {sl: a, en: a, hr: a}",                                           // 18
    "  - id: P2",                                                                  // 19
    "    verdict: paid",                                                           // 20
    "    when:",                                                                   // 21
    "      - {channel: portal, remote: yes}",                                      // 22
    "    clause: {sl: a, en: a, hr: a}",                                           // 23
    "  - id: F1",                                                                  // 24
    "    verdict: free",                                                           // 25
    "    when: otherwise",                                                         // 26
    "    clause: {sl: a, en: a, hr: a}",                                           // 27
    "clauses:",                                                                    // 28
    "  - {id: hours, text: {sl: a, en: a, hr: a}}",                                // 29
    "hours:",                                                                      // 30
    "  time_zone: Europe/Ljubljana",                                               // 31
    "  week:",                                                                     // 32
    "    monday: {opens: \"08:00\", closes: \"16:00\"}",                           // 33
    "  days:",                                                                     // 34
    "    - {kind: work_free, on: 12-25, name: {sl: a, en: a, hr: a}, said: [a]}",  // 35
    "    - {kind: ordinary, after_easter: 50, name: {sl: a, en: a, hr: a}}",       // 36
    "  exceptions:",                                                               // 37
    "    - {date: 2026-12-24, closed: yes, text: {sl: a, en: a, hr: a}}",          // 38
    "prices:",                                                                     // 39
    "  valid_from: 2024-01-01",                                                    // 40
    "  lowest_line: standard",                                                     // 41
    "  least_minutes: 15",                                                         // 42
    "  lines:",                                                                    // 43
    ("    - {id: standard, name: {sl: a, en: a, hr: a}, with_contract: 71, "
     "without_contract: 9}"),         // 44
    "topics:",                        // 45
    "  - {id: hours, say: [hours]}",  // 46
};

// The small policy with one line replaced; with none when the line is 0.
std::string Small(int line, std::string_view text) {
  std::string policy;
  int number = 0;
  for (const char* original : kSmall) {
    policy += ++number == line ? std::string(text) : std::string(original);
    policy += '\n';
  }
  return policy;
}

TEST_CASE("the small policy has no error") {
  Diagnostics diagnostics;
  CHECK(ParsePolicy(Small(0, ""), "p.yaml", diagnostics));
  for (const auto& diagnostic : diagnostics) MESSAGE(FormatDiagnostic(diagnostic));
  CHECK(diagnostics.empty());
}

TEST_CASE("each mistake in facts, rules, hours and prices is told with its line") {
  struct Row {
    int line;
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      // Facts.
      {11, "     question: {sl: a, en: a, hr: a}, values: [yes]}",
       "p.yaml:11: error: values: expected number or at least two values"},
      {11, "     question: {sl: a, en: a, hr: a}, values: [yes, yes, no]}",
       "p.yaml:11: error: values: expected yes, no or {id, label}, each once"},
      {11, "     question: {sl: a, en: a, hr: a}, values: [yes, no, perhaps]}",
       "p.yaml:11: error: values: expected yes, no or {id, label}, each once"},
      {7, "              {id: phone, label: {sl: a, en: a}}]}",
       "p.yaml:7: error: label: the text in hr is missing"},
      {7, "              {id: portal, label: {sl: a, en: a, hr: a}}]}",
       "p.yaml:7: error: the id portal repeats"},
      {8, "  - {id: minutes, usual: few, condition: {sl: a, en: a, hr: a},",
       "p.yaml:8: error: usual: few is no value of minutes"},
      {8, "  - {id: minutes, usual: -1, condition: {sl: a, en: a, hr: a},",
       "p.yaml:8: error: usual: -1 is no value of minutes"},
      {10, "  - {id: minutes, usual: no, condition: {sl: a, en: a, hr: a},",
       "p.yaml:10: error: the id minutes repeats"},
      {10, "  - {id: remote, usual: no,", "p.yaml:10: error: condition is missing"},
      {10, "  - {id: remote, usual: no, condition: {sl: a, en: a, hr: a}, usal: no,",
       "p.yaml:10: error: unknown key usal"},
      // Rules.
      {15, "    if:", "p.yaml:15: error: unknown key if"},
      {16, "      - {channle: phone}", "p.yaml:16: error: no fact channle above"},
      {16, "      - {channel: pigeon}", "p.yaml:16: error: pigeon is no value of channel"},
      {16, "      - {}",
       "p.yaml:16: error: when: an alternative needs at least one fact: {channel: phone}"},
      {17, "      - {minutes: 15}",
       "p.yaml:17: error: minutes: expected \"over 15\" or \"at most 15\""},
      {17, "      - {minutes: over -1}",
       "p.yaml:17: error: minutes: expected \"over 15\" or \"at most 15\""},
      {18, "    clause: {sl: a, en: a}", "p.yaml:18: error: clause: the text in hr is missing"},
      {18, "    valid_from: 2024-01-01", "p.yaml:13: error: clause is missing"},
      {19, "  - id: P1", "p.yaml:19: error: the id P1 repeats"},
      {20, "    verdict: depends", "p.yaml:20: error: verdict: expected free, paid or none"},
      {22, "      - {channel: phone, remote: yes}",
       "p.yaml:22: error: P2: never decides; P1 holds in every such case"},
      {22, "      - {minutes: over 60}",
       "p.yaml:22: error: P2: never decides; P1 holds in every such case"},
      {17, "      - {channel: phone}",
       "p.yaml:17: error: P1: never decides; P1 holds in every such case"},
      {23, "    clause: {sl: a, en: a, hr: a}\n    valid_from: 2026-02-30",
       "p.yaml:24: error: valid_from: expected a date like 2024-01-01"},
      {23,
       "    clause: {sl: a, en: a, hr: a}\n    valid_from: 2026-02-02\n    valid_to: 2026-02-01",
       "p.yaml:25: error: valid_to is before valid_from"},
      {23, "    clause: {sl: a, en: a, hr: a}\n    offer_is_free: yes",
       "p.yaml:19: error: offer_is_free is for an offer of a rule that is paid"},
      {26, "    when: [{remote: yes}]",
       "p.yaml:24: error: F1: the last rule must hold otherwise, and must always be in force"},
      {26, "    when: otherwise\n    valid_to: 2030-01-01",
       "p.yaml:24: error: F1: the last rule must hold otherwise, and must always be in force"},
      {26, "    when: sometimes",
       "p.yaml:26: error: when: expected a list of alternatives, or otherwise"},
      // Hours.
      {31, "  time_zone: Europe/Vienna", "p.yaml:31: error: time_zone: only Europe/Ljubljana"},
      {33, "    mon: {opens: \"08:00\", closes: \"16:00\"}",
       "p.yaml:33: error: week: no day mon; expected monday to sunday"},
      {33, "    monday: {opens: \"16:00\", closes: \"08:00\"}",
       "p.yaml:33: error: closes must be later than opens"},
      {33, "    monday: {opens: \"08:60\", closes: \"16:00\"}",
       "p.yaml:33: error: opens: expected a time like \"08:00\""},
      {33, "    monday: {opens: \"08:00\", closes: \"24:01\"}",
       "p.yaml:33: error: closes: expected a time like \"08:00\""},
      {35, "    - {kind: work_free, on: 02-30, name: {sl: a, en: a, hr: a}}",
       "p.yaml:35: error: on: expected month and day like \"12-25\""},
      {35, "    - {kind: work_free, name: {sl: a, en: a, hr: a}}",
       "p.yaml:35: error: expected either on or after_easter"},
      {35, "    - {kind: free, on: 12-25, name: {sl: a, en: a, hr: a}}",
       "p.yaml:35: error: kind: expected work_free, state_holiday or ordinary"},
      {35,
       "    - {kind: work_free, on: 12-25, from_year: 2020, to_year: 2019, name: {sl: a, en: a, "
       "hr: a}}",
       "p.yaml:35: error: to_year is before from_year"},
      {35, "    - {kind: work_free, on: 12-25, name: {sl: a, en: a, hr: a}, said: []}",
       "p.yaml:35: error: said: expected a list"},
      {36, "    - {kind: ordinary, after_easter: 81, name: {sl: a, en: a, hr: a}}",
       "p.yaml:36: error: after_easter: at most 80"},
      {36, "    - {kind: ordinary, after_easter: soon, name: {sl: a, en: a, hr: a}}",
       "p.yaml:36: error: after_easter: expected a number from -80 to 9999"},
      {38, "    - {date: 2026-12-32, closed: yes, text: {sl: a, en: a, hr: a}}",
       "p.yaml:38: error: date: expected a date like 2024-01-01"},
      {38, "    - {date: 2026-12-24, text: {sl: a, en: a, hr: a}}",
       "p.yaml:38: error: expected either closed: yes or opens and closes"},
      {38, "    - {date: 2026-12-24, closed: yes, text: {sl: a}}",
       "p.yaml:38: error: text: the text in en is missing"},
      {38,
       "    - {date: 2026-12-24, opens: \"10:00\", closes: \"10:00\", text: {sl: a, en: a, hr: a}}",
       "p.yaml:38: error: closes must be later than opens"},
      {38,
       "    - {date: 2026-12-24, closed: yes, text: {sl: a, en: a, hr: a}}\n"
       "    - {date: 2026-12-24, closed: yes, text: {sl: a, en: a, hr: a}}",
       "p.yaml:39: error: the date 2026-12-24 repeats"},
      // Prices.
      {41, "  lowest_line: cheap", "p.yaml:41: error: no line cheap below"},
      {42, "  least_minutes: 0",
       "p.yaml:42: error: least_minutes: expected a number from 1 to 9999"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    CHECK_FALSE_MESSAGE(ParsePolicy(Small(row.line, row.text), "p.yaml", diagnostics), row.error);
    REQUIRE_FALSE(diagnostics.empty());
    CHECK(FormatDiagnostic(diagnostics[0]) == row.error);
  }
}

TEST_CASE("a rule above leaves a case to a rule below when it is not in force on all its days") {
  Diagnostics diagnostics;
  std::string text = Small(22, "      - {channel: phone, remote: yes}");
  std::size_t at = text.find("    when:");
  text.insert(at, "    valid_to: 2026-12-31\n");
  CHECK(ParsePolicy(text, "p.yaml", diagnostics));
  CHECK(diagnostics.empty());
}

TEST_CASE("text that is no policy is refused without a crash") {
  for (const char* text : {"", "[]", "a", "rules: 7", "topics: {}", "\t:"}) {
    Diagnostics diagnostics;
    CHECK_FALSE(ParsePolicy(text, "policy.yaml", diagnostics));
    CHECK_FALSE(diagnostics.empty());
  }
}

TEST_CASE("thresholds are numbers from 0 to 1 in order") {
  Diagnostics none;
  auto good = ParseThresholds(
      "answer: 0.6\nanswer_lead: 0.1\nchoices: 0.3\nnamed: 0.7\nchoice_score: 1\n", "t.yaml", none);
  REQUIRE(good);
  CHECK(good->answer == doctest::Approx(0.6));
  CHECK(none.empty());
  CHECK(ParseThresholds(FileOfTheTree("policy/thresholds.yaml"), "t.yaml", none));

  for (const char* text :
       {"answer: 0.6\nanswer_lead: 0.1\nchoices: 0.3\n",
        "answer: 2\nanswer_lead: 0.1\nchoices: 0.3\nnamed: 0.7\nchoice_score: 0",
        "answer: x\nanswer_lead: 0.1\nchoices: 0.3\nnamed: 0.7\nchoice_score: 0",
        "answer: 0.2\nanswer_lead: 0.1\nchoices: 0.3\nnamed: 0.7\nchoice_score: 0", "[]", ""}) {
    Diagnostics diagnostics;
    CHECK_FALSE(ParseThresholds(text, "t.yaml", diagnostics));
    CHECK_FALSE(diagnostics.empty());
  }
}

TEST_CASE("confidence is an intercept and a weight a feature, in the order of the file") {
  Diagnostics none;
  auto read = ParseConfidence("# why\nintercept: -5.5\nweights:\n  lead: 1\n  tags: -0.25\n",
                              "c.yaml", none);
  REQUIRE(read);
  CHECK(none.empty());
  CHECK(read->intercept == -5.5);
  CHECK(read->line == 3);
  REQUIRE(read->weights.size() == 2);
  CHECK(read->weights[0].feature == "lead");
  CHECK(read->weights[1].value == -0.25);
  CHECK(read->weights[1].line == 5);
}

TEST_CASE("weights with any error are not taken, and the error names the line") {
  struct Row {
    std::string_view text;
    std::string_view error;
  };
  const Row rows[] = {
      {"weights:\n  lead: 1\n", "c.yaml:1: error: intercept: expected a number"},
      {"intercept: -5\n", "c.yaml:1: error: weights: expected a number a feature"},
      {"intercept: -5\nweights: [1]\n", "c.yaml:2: error: weights: expected a number a feature"},
      {"weights:\n  lead: 1\nintercept: low\n", "c.yaml:3: error: intercept: expected a number"},
      {"intercept: 1\nweights:\n  lead: 1\n  a: nan\n", "c.yaml:4: error: a: expected a number"},
      {"intercept: 1\nweights:\n  lead: 1x\n", "c.yaml:3: error: lead: expected a number"},
      {"intercept: 1\nweights:\n  a: 1\n  a: 2\n",
       "c.yaml:4: error: key 'a' is repeated; it first stands on line 3"},
      {"", "c.yaml:1: error: intercept: expected a number"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    auto read = ParseConfidence(row.text, "c.yaml", diagnostics);
    REQUIRE_FALSE(diagnostics.empty());
    CHECK(FormatDiagnostic(diagnostics[0]) == row.error);
    if (row.error.find("repeated") == std::string_view::npos) CHECK_FALSE(read);
  }
}

}  // namespace
}  // namespace pomocnik::kb
