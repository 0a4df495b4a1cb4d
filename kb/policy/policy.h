// The vendor's support policy as data: policy.yaml. Every text here may be shown as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "kb/diagnostic.h"
#include "kb/phrases/local_text.h"

namespace pomocnik::kb {

// What help by the vendor's people costs.
enum class Verdict { kFree, kPaid, kNone, kDepends };
std::string_view VerdictName(Verdict verdict);  // "free", "paid", "none", "depends"

// One line of the policy that decides a case. Of several that apply the first in the file counts.
struct PolicyRule {
  std::string id;  // "N1"
  Verdict verdict = Verdict::kPaid;
  LocalText clause;
  std::optional<LocalText> offer;  // what to do instead
};

// A statement of the policy that decides nothing by itself.
struct PolicyClause {
  std::string id;  // "channel"
  LocalText text;
};

// When people of the vendor answer, on the wall clock of the time zone.
struct SupportHours {
  std::string time_zone;  // IANA name
  std::string opens;      // "08:00"
  std::string closes;     // "16:00"
};

// EUR without VAT; per hour unless the name says otherwise.
struct PriceLine {
  LocalText name;
  LocalText with_contract;     // as shown: "71"
  LocalText without_contract;  // "prva ura 200, nato 101,43"
};

struct PriceList {
  Date valid_from;
  std::vector<PriceLine> lines;
};

// What is said about one matter that people ask about.
struct PolicyTopic {
  enum class Table { kNone, kPrices };

  std::string id;                   // "hours"
  std::vector<std::string> say;     // ids of rules and clauses, in the order they are said
  std::optional<std::string> rule;  // the rule that decides every question of this kind
  Table table = Table::kNone;       // shown below
  std::string article;              // cited when the knowledge base has it; may be empty
};

struct Policy {
  std::string portal_url;
  Date valid_from;
  std::vector<PolicyRule> rules;
  std::vector<PolicyClause> clauses;
  SupportHours hours;
  PriceList prices;
  std::vector<PolicyTopic> topics;

  // Null when there is none.
  const PolicyRule* FindRule(std::string_view id) const;
  const PolicyTopic* FindTopic(std::string_view id) const;
  // The text of a rule or a clause. Null when there is none.
  const LocalText* FindText(std::string_view id) const;
};

// Absent when anything is missing, wrong or refers to an id that does not exist; then an error with
// file and line was added. A policy is taken whole or not at all: half of it would promise
// something else.
std::optional<Policy> ParsePolicy(std::string_view yaml, std::string_view file,
                                  Diagnostics& diagnostics);

}  // namespace pomocnik::kb
