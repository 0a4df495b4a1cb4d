#include "kb/phrases/intents.h"

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
  if (name == "not_helpful") return IntentAct::kNotHelpful;
  if (name == "restart") return IntentAct::kRestart;
  return std::nullopt;
}

class IntentReader {
 public:
  IntentReader(std::string_view file, Diagnostics& diagnostics) : words_(file, diagnostics) {
    table_.file = file;
  }

  IntentTable Read(const yaml::Node& document) {
    for (const auto& [key, node] : document.Entries()) {
      if (key == "classes") {
        words_.ReadClasses(node);
      } else if (key == "fillers") {
        table_.fillers = words_.ReadGroup(node);
      } else if (key == "follow_up") {
        table_.follow_up = {words_.ReadGroup(node, "openings"), words_.ReadGroup(node, "pointers")};
      } else if (key == "intents") {
        for (const auto& item : node.Items()) ReadRule(item);
      } else {
        words_.Fail(node.line(), "unknown key " + key);
      }
    }
    return std::move(table_);
  }

 private:
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
      return words_.Fail(rule.line,
                         "an intent needs id, say and act (smalltalk, policy, status, handoff, "
                         "outside, not_helpful or restart)");
    }
    if (!ids_.insert(rule.id).second) {
      return words_.Fail(rule.line, "the intent " + rule.id + " repeats");
    }
    rule.act = *act;
    if (text("whole") == "true") rule.reach = IntentRule::Reach::kWholeMessage;
    if (text("guard") == "true") rule.guard = IntentRule::Guard::kYes;
    if (auto tells = node.Find("tells")) {
      for (const auto& [fact, value] : tells->Entries()) rule.tells.emplace(fact, value.Scalar());
    }
    rule.patterns = words_.ReadPatterns(node, "any", words_.ReadGroup(node, "none"));
    if (rule.patterns.empty()) {
      return words_.Fail(rule.line, "the intent " + rule.id + " has no pattern");
    }
    table_.rules.push_back(std::move(rule));
  }

  WordPatternReader words_;
  IntentTable table_;
  std::set<std::string> ids_;
};

}  // namespace

IntentTable ParseIntents(std::string_view yaml, std::string_view file, Diagnostics& diagnostics) {
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return {std::string(file), {}, {}, {}};
  if (!document->IsMap()) {
    diagnostics.push_back({Severity::kError, std::string(file), document->line(),
                           "expected the keys classes, fillers, follow_up and intents"});
  }
  return IntentReader(file, diagnostics).Read(*document);
}

}  // namespace pomocnik::kb
