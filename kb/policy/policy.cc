#include "kb/policy/policy.h"

#include <algorithm>
#include <set>

#include "kb/policy/field_reader.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

// Of a rule, which never leaves it open.
std::optional<Verdict> ParseVerdict(std::string_view name) {
  for (Verdict verdict : {Verdict::kFree, Verdict::kPaid, Verdict::kNone}) {
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

// The rules' alternatives with what is needed to tell whether one of them ever decides.
struct Deciding {
  const PolicyRule* rule;
  const Alternative* alternative;
};

// Whether each case of the one is a case of the other as well.
bool Covers(const Alternative& wide, const Alternative& narrow) {
  return std::all_of(wide.begin(), wide.end(), [&](const FactTest& test) {
    return std::any_of(narrow.begin(), narrow.end(), [&](const FactTest& other) {
      return other.fact == test.fact && other.Implies(test);
    });
  });
}

// Whether the one rule is in force on each day on which the other is.
bool OutlastsInForce(const PolicyRule& wide, const PolicyRule& narrow) {
  bool from = !wide.valid_from || (narrow.valid_from && *wide.valid_from <= *narrow.valid_from);
  bool to = !wide.valid_to || (narrow.valid_to && *wide.valid_to >= *narrow.valid_to);
  return from && to;
}

// Reads one policy. Goes on after an error, so that an author sees all of them at once.
class PolicyReader {
 public:
  PolicyReader(std::string_view file, Diagnostics& diagnostics) : reader_(file, diagnostics) {}

  Policy Read(const yaml::Node& document) {
    policy_.portal_url = reader_.RequiredText(document, "portal_url");
    if (reader_.OptionalYes(document, "portal_prefill")) {
      policy_.portal_prefill = Policy::Prefill::kFragment;
    }
    policy_.valid_from = reader_.RequiredDate(document, "valid_from");
    policy_.facts = ReadFacts(document, reader_);
    ReadRules(document);
    for (const auto& node : reader_.RequiredItems(document, "clauses")) ReadClause(node);
    policy_.hours = ReadSupportHours(document, reader_);
    ReadPrices(document);
    for (const auto& node : reader_.RequiredItems(document, "topics")) ReadTopic(node);
    return std::move(policy_);
  }

 private:
  void ReadRules(const yaml::Node& document) {
    auto nodes = reader_.RequiredItems(document, "rules");
    for (const auto& node : nodes) policy_.rules.push_back(ReadRule(node));
    std::vector<Deciding> above;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const PolicyRule& rule = policy_.rules[i];
      bool last = i + 1 == nodes.size();
      if (rule.when.empty() && !last) {
        reader_.Fail(nodes[i].line(), rule.id + ": only the last rule holds otherwise");
      }
      if (last && (!rule.when.empty() || rule.valid_from || rule.valid_to)) {
        reader_.Fail(nodes[i].line(),
                     rule.id + ": the last rule must hold otherwise, and must always be in force");
      }
      CheckDecides(rule, nodes[i], above);
    }
  }

  // Reports each alternative that one above it leaves nothing to decide.
  void CheckDecides(const PolicyRule& rule, const yaml::Node& node, std::vector<Deciding>& above) {
    for (std::size_t i = 0; i < rule.when.size(); ++i) {
      auto found = std::find_if(above.begin(), above.end(), [&](const Deciding& other) {
        return Covers(*other.alternative, rule.when[i]) && OutlastsInForce(*other.rule, rule);
      });
      if (found != above.end()) {
        reader_.Fail(node.Find("when")->Items()[i].line(),
                     rule.id + ": never decides; " + found->rule->id + " holds in every such case");
      }
      above.push_back({&rule, &rule.when[i]});
    }
  }

  PolicyRule ReadRule(const yaml::Node& node) {
    reader_.AllowKeys(node, {"id", "verdict", "when", "valid_from", "valid_to", "clause", "offer",
                             "offer_is_free"});
    PolicyRule rule;
    rule.id = reader_.RequiredId(node, said_ids_);
    auto verdict = ParseVerdict(reader_.RequiredText(node, "verdict"));
    if (!verdict) {
      const auto given = node.Find("verdict");
      reader_.Fail(given ? given->line() : node.line(), "verdict: expected free, paid or none");
    }
    rule.verdict = verdict.value_or(Verdict::kPaid);
    if (auto when = reader_.Required(node, "when"); when && when->Scalar() != "otherwise") {
      if (when->Items().empty()) {
        reader_.Fail(when->line(), "when: expected a list of alternatives, or otherwise");
      }
      rule.when = ReadAlternatives(*when, policy_.facts, reader_);
    }
    rule.valid_from = reader_.OptionalDate(node, "valid_from");
    rule.valid_to = reader_.OptionalDate(node, "valid_to");
    if (rule.valid_from && rule.valid_to && *rule.valid_to < *rule.valid_from) {
      reader_.Fail(node.Find("valid_to")->line(), "valid_to is before valid_from");
    }
    rule.clause = reader_.RequiredLocal(node, "clause");
    if (node.Find("offer")) rule.offer = reader_.RequiredLocal(node, "offer");
    rule.offer_is_free = reader_.OptionalYes(node, "offer_is_free");
    if (rule.offer_is_free && (!rule.offer || rule.verdict != Verdict::kPaid)) {
      reader_.Fail(node.line(), "offer_is_free is for an offer of a rule that is paid");
    }
    return rule;
  }

  void ReadClause(const yaml::Node& node) {
    std::string id = reader_.RequiredId(node, said_ids_);
    policy_.clauses.push_back({std::move(id), reader_.RequiredLocal(node, "text")});
  }

  // A price is one number or text for all languages, or a text for each.
  LocalText ReadPrice(const yaml::Node& parent, const char* key) {
    auto node = reader_.Required(parent, key);
    if (!node) return {};
    if (!node->IsScalar()) return reader_.RequiredLocal(parent, key);
    std::string text = node->Scalar();
    return {text, text, text};
  }

  void ReadPrices(const yaml::Node& document) {
    auto node = reader_.Required(document, "prices");
    if (!node) return;
    reader_.AllowKeys(*node, {"valid_from", "lowest_line", "least_minutes", "lines"});
    PriceList& prices = policy_.prices;
    prices.valid_from = reader_.RequiredDate(*node, "valid_from");
    prices.lowest_line = reader_.RequiredText(*node, "lowest_line");
    reader_.Required(*node, "least_minutes");
    prices.least_minutes = reader_.OptionalNumber(*node, "least_minutes", 1).value_or(0);
    std::set<std::string> ids;
    for (const auto& line : reader_.RequiredItems(*node, "lines")) {
      std::string id = reader_.RequiredId(line, ids);
      prices.lines.push_back({std::move(id), reader_.RequiredLocal(line, "name"),
                              ReadPrice(line, "with_contract"),
                              ReadPrice(line, "without_contract")});
    }
    if (!prices.lowest_line.empty() && !FindById(prices.lines, prices.lowest_line)) {
      reader_.Fail(node->Find("lowest_line")->line(), "no line " + prices.lowest_line + " below");
    }
  }

  void ReadTopic(const yaml::Node& node) {
    PolicyTopic topic;
    topic.id = reader_.RequiredId(node, topic_ids_);
    for (const auto& item : reader_.RequiredItems(node, "say")) {
      topic.say.push_back(item.Scalar());
      if (!policy_.FindText(topic.say.back())) {
        reader_.Fail(item.line(), "no rule or clause " + topic.say.back() + " above");
      }
    }
    if (auto rule = node.Find("rule")) {
      topic.rule = rule->Scalar();
      if (!policy_.FindRule(*topic.rule)) {
        reader_.Fail(rule->line(), "no rule " + *topic.rule + " above");
      }
    }
    if (auto table = node.Find("table")) {
      if (table->Scalar() == "prices") {
        topic.table = PolicyTopic::Table::kPrices;
      } else if (table->Scalar() == "days") {
        topic.table = PolicyTopic::Table::kDays;
      } else {
        reader_.Fail(table->line(), "table: prices or days can be shown");
      }
    }
    if (auto article = node.Find("article")) topic.article = article->Scalar();
    policy_.topics.push_back(std::move(topic));
  }

  FieldReader reader_;
  Policy policy_;
  std::set<std::string> said_ids_;  // of rules and clauses
  std::set<std::string> topic_ids_;
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

bool PolicyRule::IsInForce(Date day) const {
  return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
}

const PriceLine& PriceList::LowestLine() const { return *FindById(lines, lowest_line); }

const PolicyFact* Policy::FindFact(std::string_view id) const { return FindById(facts, id); }
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
  Policy policy = PolicyReader(file, diagnostics).Read(*document);
  // Of a repeated key, the YAML reader told only.
  if (diagnostics.size() > before) return std::nullopt;
  return policy;
}

}  // namespace pomocnik::kb
