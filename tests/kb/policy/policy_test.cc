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
  CHECK(policy->hours.time_zone == "Europe/Ljubljana");
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
      {"table: prices", "table: holidays", "only prices can be shown"},
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
