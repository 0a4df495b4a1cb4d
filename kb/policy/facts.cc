#include "kb/policy/facts.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace pomocnik::kb {
namespace {

using Relation = FactTest::Relation;

// A number from 0 on, written in digits only.
std::optional<int> ParseNumber(std::string_view text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

bool IsYesOrNo(std::string_view value) { return value == "yes" || value == "no"; }

// `number`, or a list of values: yes and no as words, others as {id, label}.
std::vector<PolicyFact::Value> ReadValues(const yaml::Node& fact, FieldReader& reader) {
  auto node = reader.Required(fact, "values");
  if (!node || node->Scalar() == "number") return {};
  std::vector<PolicyFact::Value> values;
  std::set<std::string> seen;
  for (const auto& item : node->Items()) {
    if (item.IsMap()) {
      reader.AllowKeys(item, {"id", "label"});
      std::string id = reader.RequiredId(item, seen);
      values.push_back({std::move(id), reader.RequiredLocal(item, "label")});
    } else if (IsYesOrNo(item.Scalar()) && seen.insert(item.Scalar()).second) {
      values.push_back({item.Scalar(), {}});
    } else {
      reader.Fail(item.line(), "values: expected yes, no or {id, label}, each once");
    }
  }
  if (values.size() < 2)
    reader.Fail(node->line(), "values: expected number or at least two values");
  return values;
}

PolicyFact ReadFact(const yaml::Node& node, std::set<std::string>& seen, FieldReader& reader) {
  reader.AllowKeys(node, {"id", "values", "usual", "condition", "question"});
  PolicyFact fact;
  fact.id = reader.RequiredId(node, seen);
  fact.values = ReadValues(node, reader);
  std::string usual = reader.RequiredText(node, "usual");
  auto value = fact.ValueOf(usual);
  if (!value && !usual.empty()) {
    reader.Fail(node.Find("usual")->line(), "usual: " + usual + " is no value of " + fact.id);
  }
  fact.usual = value.value_or(0);
  fact.condition = reader.RequiredLocal(node, "condition");
  fact.question = reader.RequiredLocal(node, "question");
  return fact;
}

// "over 15", "at most 15". Absent when it is neither.
std::optional<FactTest> ParseRange(std::string_view text) {
  for (auto [words, relation] : {std::pair<std::string_view, Relation>{"over ", Relation::kOver},
                                 {"at most ", Relation::kAtMost}}) {
    if (text.substr(0, words.size()) != words) continue;
    auto limit = ParseNumber(text.substr(words.size()));
    if (limit) return FactTest{.relation = relation, .value = *limit};
  }
  return std::nullopt;
}

std::optional<FactTest> ReadTest(const std::string& id, const yaml::Node& node,
                                 const std::vector<PolicyFact>& facts, FieldReader& reader) {
  auto found = std::find_if(facts.begin(), facts.end(),
                            [&](const PolicyFact& fact) { return fact.id == id; });
  if (found == facts.end()) {
    reader.Fail(node.line(), "no fact " + id + " above");
    return std::nullopt;
  }
  std::string text = node.Scalar();
  std::optional<FactTest> test;
  if (found->IsNumber()) {
    test = ParseRange(text);
    if (!test) reader.Fail(node.line(), id + ": expected \"over 15\" or \"at most 15\"");
  } else if (auto value = found->ValueOf(text)) {
    test = FactTest{.value = *value};
  } else {
    reader.Fail(node.line(), text + " is no value of " + id);
  }
  if (test) test->fact = static_cast<std::size_t>(found - facts.begin());
  return test;
}

}  // namespace

std::optional<int> PolicyFact::ValueOf(std::string_view text) const {
  if (IsNumber()) return ParseNumber(text);
  auto found = std::find_if(values.begin(), values.end(),
                            [&](const Value& value) { return value.id == text; });
  if (found == values.end()) return std::nullopt;
  return static_cast<int>(found - values.begin());
}

std::string PolicyFact::TextOf(int value) const {
  return IsNumber() ? std::to_string(value) : values[static_cast<std::size_t>(value)].id;
}

bool FactTest::Holds(int other) const {
  switch (relation) {
    case Relation::kIs:
      return other == value;
    case Relation::kAtMost:
      return other <= value;
    case Relation::kOver:
      return other > value;
  }
  return false;
}

bool FactTest::Implies(const FactTest& other) const {
  if (relation != other.relation) return false;
  switch (relation) {
    case Relation::kIs:
      return value == other.value;
    case Relation::kAtMost:
      return value <= other.value;
    case Relation::kOver:
      return value >= other.value;
  }
  return false;
}

std::vector<PolicyFact> ReadFacts(const yaml::Node& document, FieldReader& reader) {
  std::vector<PolicyFact> facts;
  std::set<std::string> seen;
  for (const auto& node : reader.RequiredItems(document, "facts")) {
    facts.push_back(ReadFact(node, seen, reader));
  }
  return facts;
}

std::vector<Alternative> ReadAlternatives(const yaml::Node& when,
                                          const std::vector<PolicyFact>& facts,
                                          FieldReader& reader) {
  std::vector<Alternative> alternatives;
  for (const auto& item : when.Items()) {
    Alternative alternative;
    for (const auto& [id, node] : item.Entries()) {
      if (auto test = ReadTest(id, node, facts, reader)) alternative.push_back(*test);
    }
    if (item.Entries().empty()) {
      reader.Fail(item.line(), "when: an alternative needs at least one fact: {channel: phone}");
    }
    std::sort(alternative.begin(), alternative.end(),
              [](const FactTest& a, const FactTest& b) { return a.fact < b.fact; });
    if (!alternative.empty()) alternatives.push_back(std::move(alternative));
  }
  return alternatives;
}

}  // namespace pomocnik::kb
