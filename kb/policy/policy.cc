#include "kb/policy/policy.h"

#include <algorithm>
#include <set>

#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

std::optional<Verdict> ParseVerdict(std::string_view name) {
  for (Verdict verdict : {Verdict::kFree, Verdict::kPaid, Verdict::kNone, Verdict::kDepends}) {
    if (VerdictName(verdict) == name) return verdict;
  }
  return std::nullopt;
}

template <typename T>
const T* FindById(const std::vector<T>& items, std::string_view id) {
  auto found =
      std::find_if(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool IsTimeOfDay(std::string_view text) {
  auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) &&
         text.substr(0, 2) <= "24" && text[3] <= '5';
}

// Reads one policy. Goes on after an error, so that an author sees all of them at once.
class PolicyReader {
 public:
  PolicyReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::optional<Policy> Read(const yaml::Node& document) {
    policy_.portal_url = RequiredText(document, "portal_url");
    policy_.valid_from = RequiredDate(document, "valid_from");
    for (const auto& node : RequiredItems(document, "rules")) ReadRule(node);
    for (const auto& node : RequiredItems(document, "clauses")) ReadClause(node);
    ReadHours(document);
    ReadPrices(document);
    for (const auto& node : RequiredItems(document, "topics")) ReadTopic(node);
    if (failed_) return std::nullopt;
    return std::move(policy_);
  }

 private:
  void Fail(int line, std::string message) {
    failed_ = true;
    diagnostics_.push_back({Severity::kError, file_, line, std::move(message)});
  }

  std::optional<yaml::Node> Required(const yaml::Node& parent, const char* key) {
    auto node = parent.Find(key);
    if (!node) Fail(parent.line(), std::string(key) + " is missing");
    return node;
  }

  std::string RequiredText(const yaml::Node& parent, const char* key) {
    auto node = Required(parent, key);
    if (!node) return "";
    std::string text = node->Scalar();
    if (text.empty()) Fail(node->line(), std::string(key) + " is empty");
    return text;
  }

  Date RequiredDate(const yaml::Node& parent, const char* key) {
    auto node = Required(parent, key);
    auto date = node ? ParseDate(node->Scalar()) : std::nullopt;
    if (node && !date) Fail(node->line(), std::string(key) + ": expected a date like 2024-01-01");
    return date.value_or(Date());
  }

  std::vector<yaml::Node> RequiredItems(const yaml::Node& parent, const char* key) {
    auto node = Required(parent, key);
    if (!node) return {};
    if (node->Items().empty()) Fail(node->line(), std::string(key) + ": expected a list");
    return node->Items();
  }

  LocalText RequiredLocal(const yaml::Node& parent, const char* key) {
    auto node = Required(parent, key);
    if (!node) return {};
    auto text = ReadLocalText(*node, key, file_, diagnostics_);
    if (!text) failed_ = true;
    return text.value_or(LocalText());
  }

  // The id of a rule, clause or topic; unique among `seen`.
  std::string RequiredId(const yaml::Node& parent, std::set<std::string>& seen) {
    std::string id = RequiredText(parent, "id");
    if (!id.empty() && !seen.insert(id).second) Fail(parent.line(), "the id " + id + " repeats");
    return id;
  }

  void ReadRule(const yaml::Node& node) {
    PolicyRule rule;
    rule.id = RequiredId(node, said_ids_);
    auto verdict = ParseVerdict(RequiredText(node, "verdict"));
    if (!verdict) Fail(node.line(), "verdict: expected free, paid, none or depends");
    rule.verdict = verdict.value_or(Verdict::kPaid);
    rule.clause = RequiredLocal(node, "clause");
    if (node.Find("offer")) rule.offer = RequiredLocal(node, "offer");
    policy_.rules.push_back(std::move(rule));
  }

  void ReadClause(const yaml::Node& node) {
    std::string id = RequiredId(node, said_ids_);
    policy_.clauses.push_back({std::move(id), RequiredLocal(node, "text")});
  }

  void ReadHours(const yaml::Node& document) {
    auto node = Required(document, "hours");
    if (!node) return;
    policy_.hours = {RequiredText(*node, "time_zone"), RequiredText(*node, "opens"),
                     RequiredText(*node, "closes")};
    if (!IsTimeOfDay(policy_.hours.opens) || !IsTimeOfDay(policy_.hours.closes)) {
      Fail(node->line(), "opens and closes: expected a time like 08:00");
    }
  }

  // A price is one number or text for all languages, or a text for each.
  LocalText ReadPrice(const yaml::Node& parent, const char* key) {
    auto node = Required(parent, key);
    if (!node) return {};
    if (!node->IsScalar()) return RequiredLocal(parent, key);
    std::string text = node->Scalar();
    return {text, text, text};
  }

  void ReadPrices(const yaml::Node& document) {
    auto node = Required(document, "prices");
    if (!node) return;
    policy_.prices.valid_from = RequiredDate(*node, "valid_from");
    for (const auto& line : RequiredItems(*node, "lines")) {
      policy_.prices.lines.push_back({RequiredLocal(line, "name"), ReadPrice(line, "with_contract"),
                                      ReadPrice(line, "without_contract")});
    }
  }

  void ReadTopic(const yaml::Node& node) {
    PolicyTopic topic;
    topic.id = RequiredId(node, topic_ids_);
    for (const auto& item : RequiredItems(node, "say")) {
      topic.say.push_back(item.Scalar());
      if (!policy_.FindText(topic.say.back())) {
        Fail(item.line(), "no rule or clause " + topic.say.back() + " above");
      }
    }
    if (auto rule = node.Find("rule")) {
      topic.rule = rule->Scalar();
      if (!policy_.FindRule(*topic.rule)) Fail(rule->line(), "no rule " + *topic.rule + " above");
    }
    if (auto table = node.Find("table")) {
      if (table->Scalar() != "prices") Fail(table->line(), "table: only prices can be shown");
      topic.table = PolicyTopic::Table::kPrices;
    }
    if (auto article = node.Find("article")) topic.article = article->Scalar();
    policy_.topics.push_back(std::move(topic));
  }

  std::string file_;
  Diagnostics& diagnostics_;
  Policy policy_;
  std::set<std::string> said_ids_;  // of rules and clauses
  std::set<std::string> topic_ids_;
  bool failed_ = false;
};

}  // namespace

std::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kFree:
      return "free";
    case Verdict::kPaid:
      return "paid";
    case Verdict::kNone:
      return "none";
    case Verdict::kDepends:
      return "depends";
  }
  return "";
}

const PolicyRule* Policy::FindRule(std::string_view id) const { return FindById(rules, id); }
const PolicyTopic* Policy::FindTopic(std::string_view id) const { return FindById(topics, id); }

const LocalText* Policy::FindText(std::string_view id) const {
  if (const auto* rule = FindRule(id)) return &rule->clause;
  if (const auto* clause = FindById(clauses, id)) return &clause->text;
  return nullptr;
}

std::optional<Policy> ParsePolicy(std::string_view yaml, std::string_view file,
                                  Diagnostics& diagnostics) {
  std::size_t before = diagnostics.size();
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return std::nullopt;
  auto policy = PolicyReader(file, diagnostics).Read(*document);
  // A repeated key was reported by the YAML reader only.
  if (diagnostics.size() > before) return std::nullopt;
  return policy;
}

}  // namespace pomocnik::kb
