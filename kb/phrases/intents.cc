#include "kb/phrases/intents.h"

#include <map>
#include <optional>
#include <set>

#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

std::optional<IntentAct> ParseAct(std::string_view name) {
  if (name == "smalltalk") return IntentAct::kSmalltalk;
  if (name == "policy") return IntentAct::kPolicy;
  if (name == "status") return IntentAct::kStatus;
  if (name == "handoff") return IntentAct::kHandoff;
  if (name == "outside") return IntentAct::kOutside;
  return std::nullopt;
}

class IntentReader {
 public:
  IntentReader(std::string_view file, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), table_{std::string(file), {}, {}} {}

  IntentTable Read(const yaml::Node& document) {
    for (const auto& [key, node] : document.Entries()) {
      if (key == "classes") {
        ReadClasses(node);
      } else if (key == "fillers") {
        table_.fillers = ReadGroup(node);
      } else if (key == "intents") {
        for (const auto& item : node.Items()) ReadRule(item);
      } else {
        Fail(node.line(), "unknown key " + key);
      }
    }
    return std::move(table_);
  }

 private:
  void Fail(int line, std::string message) {
    diagnostics_.push_back({Severity::kError, table_.file, line, std::move(message)});
  }

  void ReadClasses(const yaml::Node& node) {
    for (const auto& [name, words] : node.Entries()) classes_["@" + name] = ReadGroup(words);
  }

  WordGroup ReadGroup(const yaml::Node& node) {
    WordGroup group;
    if (!node.IsSequence()) Fail(node.line(), "expected a list of words");
    for (const auto& item : node.Items()) {
      std::string word = item.Scalar();
      if (word.empty()) {
        Fail(item.line(), "expected a word");
      } else if (word.front() != '@') {
        group.push_back(std::move(word));
      } else if (auto found = classes_.find(word); found != classes_.end()) {
        group.insert(group.end(), found->second.begin(), found->second.end());
      } else {
        Fail(item.line(), "no class " + word + " above");
      }
    }
    return group;
  }

  IntentPattern ReadPattern(const yaml::Node& node, const WordGroup& none) {
    IntentPattern pattern{{}, none, node.line()};
    auto all = node.IsMap() ? node.Find("all") : std::optional(node);
    for (const auto& group : all ? all->Items() : std::vector<yaml::Node>()) {
      pattern.all.push_back(ReadGroup(group));
    }
    if (auto more = node.Find("none")) {
      for (auto& word : ReadGroup(*more)) pattern.none.push_back(std::move(word));
    }
    return pattern;
  }

  void ReadRule(const yaml::Node& node) {
    auto text = [&](const char* key) {
      auto value = node.Find(key);
      return value ? value->Scalar() : std::string();
    };
    IntentRule rule;
    rule.line = node.line();
    rule.id = text("id");
    rule.say = text("say");
    auto act = ParseAct(text("act"));
    if (rule.id.empty() || rule.say.empty() || !act) {
      return Fail(
          rule.line,
          "an intent needs id, say and act (smalltalk, policy, status, handoff or outside)");
    }
    if (!ids_.insert(rule.id).second) return Fail(rule.line, "the intent " + rule.id + " repeats");
    rule.act = *act;
    if (text("whole") == "true") rule.reach = IntentRule::Reach::kWholeMessage;
    auto none = node.Find("none");
    WordGroup never = none ? ReadGroup(*none) : WordGroup();
    auto any = node.Find("any");
    for (const auto& item : any ? any->Items() : std::vector<yaml::Node>()) {
      IntentPattern pattern = ReadPattern(item, never);
      if (pattern.all.empty()) {
        Fail(item.line(), "a pattern needs at least one group of words");
      } else {
        rule.patterns.push_back(std::move(pattern));
      }
    }
    if (rule.patterns.empty()) return Fail(rule.line, "the intent " + rule.id + " has no pattern");
    table_.rules.push_back(std::move(rule));
  }

  Diagnostics& diagnostics_;
  IntentTable table_;
  std::map<std::string, WordGroup, std::less<>> classes_;  // by "@name"
  std::set<std::string> ids_;
};

}  // namespace

IntentTable ParseIntents(std::string_view yaml, std::string_view file, Diagnostics& diagnostics) {
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return {std::string(file), {}, {}};
  if (!document->IsMap()) {
    diagnostics.push_back({Severity::kError, std::string(file), document->line(),
                           "expected the keys classes, fillers and intents"});
  }
  return IntentReader(file, diagnostics).Read(*document);
}

}  // namespace pomocnik::kb
