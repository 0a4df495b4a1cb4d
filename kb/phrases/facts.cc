#include "kb/phrases/facts.h"

#include <charconv>
#include <optional>
#include <set>

#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

std::string TextOf(const yaml::Node& map, std::string_view key) {
  auto value = map.Find(key);
  return value ? value->Scalar() : std::string();
}

std::optional<int> NumberOf(const std::string& text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

class FactReader {
 public:
  FactReader(std::string_view file, Diagnostics& diagnostics) : words_(file, diagnostics) {
    table_.file = file;
  }

  FactTable Read(const yaml::Node& document) {
    for (const auto& [key, node] : document.Entries()) {
      if (key == "classes") {
        words_.ReadClasses(node);
      } else if (WordGroup* group = GroupOf(key)) {
        *group = words_.ReadGroup(node);
      } else if (key == "facts") {
        for (const auto& item : node.Items()) ReadFact(item);
      } else if (key == "duration") {
        ReadDuration(node);
      } else if (key == "clock") {
        ReadClock(node);
      } else if (key == "asks_cost") {
        table_.asks_cost = words_.ReadPatterns(node, "any", words_.ReadGroup(node, "none"));
      } else if (key == "asks_help") {
        table_.asks_help = words_.ReadPatterns(node, "any", words_.ReadGroup(node, "none"));
      } else {
        words_.Fail(node.line(), "unknown key " + key);
      }
    }
    return std::move(table_);
  }

 private:
  WordGroup* GroupOf(std::string_view key) {
    if (key == "borders") return &table_.borders;
    if (key == "joints") return &table_.joints;
    if (key == "denials") return &table_.denials;
    if (key == "idle_denials") return &table_.idle_denials;
    if (key == "whether") return &table_.whether;
    if (key == "enough") return &table_.enough;
    if (key == "replacing") return &table_.replacing;
    if (key == "undecided") return &table_.undecided;
    if (key == "undecided_alone") return &table_.undecided_alone;
    if (key == "affirmations") return &table_.affirmations;
    return nullptr;
  }

  void ReadFact(const yaml::Node& node) {
    FactSayings fact;
    fact.line = node.line();
    fact.id = TextOf(node, "id");
    if (fact.id.empty()) return words_.Fail(fact.line, "a fact needs an id");
    if (!ids_.insert(fact.id).second) {
      return words_.Fail(fact.line, "the fact " + fact.id + " repeats");
    }
    std::string about = TextOf(node, "about");
    if (about == "support") fact.about = FactSayings::About::kSupport;
    if (about != "support" && about != "program_too") {
      return words_.Fail(fact.line, fact.id + ": about is support or program_too");
    }
    auto wordings = node.Find("said");
    for (const auto& item : wordings ? wordings->Items() : std::vector<yaml::Node>()) {
      ReadWording(item, fact);
    }
    table_.facts.push_back(std::move(fact));
  }

  void ReadWording(const yaml::Node& node, FactSayings& fact) {
    FactWording wording;
    wording.line = node.line();
    wording.value = TextOf(node, "value");
    wording.denied = TextOf(node, "denied");
    wording.denied_alone = TextOf(node, "denied_alone");
    wording.unless = words_.ReadGroup(node, "unless");
    wording.patterns = words_.ReadPatterns(node, "any", words_.ReadGroup(node, "none"));
    if (wording.value.empty() || wording.patterns.empty()) {
      return words_.Fail(wording.line, fact.id + ": a value needs at least one pattern in any");
    }
    fact.wordings.push_back(std::move(wording));
  }

  std::vector<NumberWords> ReadNumbers(const yaml::Node& map, std::string_view key) {
    std::vector<NumberWords> numbers;
    auto node = map.Find(key);
    if (!node) return numbers;
    for (const auto& [name, words] : node->Entries()) {
      auto number = NumberOf(name);
      if (number) {
        numbers.push_back({words_.ReadGroup(words), *number, words.line()});
      } else {
        words_.Fail(words.line(), "expected a whole number instead of " + name);
      }
    }
    return numbers;
  }

  int ReadWhole(const yaml::Node& map, std::string_view key) {
    auto number = NumberOf(TextOf(map, key));
    if (!number) words_.Fail(map.line(), std::string(key) + ": expected a whole number");
    return number.value_or(0);
  }

  void ReadDuration(const yaml::Node& node) {
    DurationWords& duration = table_.duration;
    duration.numbers = ReadNumbers(node, "numbers");
    duration.units = ReadNumbers(node, "units");
    duration.wholes = ReadNumbers(node, "wholes");
    duration.limit = ReadWhole(node, "limit");
    duration.to = words_.ReadGroup(node, "to");
    duration.at_most = words_.ReadGroup(node, "at_most");
    duration.other_before = words_.ReadGroup(node, "other_before");
    duration.over = words_.ReadGroup(node, "over");
    duration.takes = words_.ReadGroup(node, "takes");
    duration.unless = words_.ReadGroup(node, "unless");
  }

  void ReadClock(const yaml::Node& node) {
    ClockWords& clock = table_.clock;
    clock.free_times = words_.ReadGroup(node, "free_times");
    clock.opens = ReadWhole(node, "opens");
    clock.closes = ReadWhole(node, "closes");
    clock.at = words_.ReadGroup(node, "at");
    clock.after = words_.ReadGroup(node, "after");
    clock.before = words_.ReadGroup(node, "before");
    clock.half = words_.ReadGroup(node, "half");
    clock.evening = words_.ReadGroup(node, "evening");
    clock.morning = words_.ReadGroup(node, "morning");
    clock.hours = ReadNumbers(node, "hours");
    clock.units = words_.ReadGroup(node, "units");
    clock.tied = words_.ReadGroup(node, "tied");
    clock.unless = words_.ReadGroup(node, "unless");
  }

  WordPatternReader words_;
  FactTable table_;
  std::set<std::string> ids_;
};

}  // namespace

FactTable ParseFacts(std::string_view yaml, std::string_view file, Diagnostics& diagnostics) {
  FactTable empty;
  empty.file = file;
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return empty;
  if (!document->IsMap()) {
    diagnostics.push_back(
        {Severity::kError, std::string(file), document->line(), "expected a map of facts"});
    return empty;
  }
  return FactReader(file, diagnostics).Read(*document);
}

}  // namespace pomocnik::kb
