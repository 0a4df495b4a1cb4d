// The vendor's support policy as data: policy.yaml. Every text here may be shown as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "kb/diagnostic.h"
#include "kb/phrases/local_text.h"
#include "kb/policy/facts.h"
#include "kb/policy/support_hours.h"

namespace pomocnik::kb {

// What help by the vendor's people costs.
enum class Verdict { kFree, kPaid, kNone, kDepends };
std::string_view VerdictName(Verdict verdict);  // "free", "paid", "none", "depends"

// One line of the policy that decides a case. Of several that hold the first in the file decides:
// their order is the order of decision.
struct PolicyRule {
  std::string id;                    // "N1"
  Verdict verdict = Verdict::kPaid;  // never kDepends
  // It holds when one of them does. None: it holds otherwise, that is when no rule above does; only
  // the last rule is so, and it is always in force.
  std::vector<Alternative> when;
  std::optional<Date> valid_from;  // first and last day it is in force
  std::optional<Date> valid_to;
  LocalText clause;
  std::optional<LocalText> offer;  // what to do instead
  bool offer_is_free = false;      // who takes the offer need not pay

  bool IsInForce(Date day) const;
};

// A statement of the policy that decides nothing by itself.
struct PolicyClause {
  std::string id;  // "channel"
  LocalText text;
};

// EUR without VAT; per hour unless the name says otherwise.
struct PriceLine {
  std::string id;  // "standard"
  LocalText name;
  LocalText with_contract;     // as shown: "71"
  LocalText without_contract;  // "prva ura 200, nato 101,43"
};

struct PriceList {
  Date valid_from;
  // What goes with "payable": "from 71 EUR per hour, at least 15 minutes". Never a promise: which line
  // a request falls into is the vendor's decision.
  std::string lowest_line;  // the id of one of the lines
  int least_minutes = 0;    // that are charged
  std::vector<PriceLine> lines;

  // REQUIRES: a policy that was read.
  const PriceLine& LowestLine() const;
};

// What is said about one matter that people ask about.
struct PolicyTopic {
  // What is shown with it: the price list, or the days that the message names.
  enum class Table { kNone, kPrices, kDays };

  std::string id;                   // "hours"
  std::vector<std::string> say;     // ids of rules and clauses, in the order they are said
  std::optional<std::string> rule;  // the rule that decides every question of this kind
  Table table = Table::kNone;
  std::string article;  // cited when the knowledge base has it; may be empty
};

struct Policy {
  std::string portal_url;
  // Whether the portal's form takes title and description from the address (docs/operations.md).
  enum class Prefill { kNo, kFragment } portal_prefill = Prefill::kNo;
  Date valid_from;
  std::vector<PolicyFact> facts;  // in the order in which conditions are told
  std::vector<PolicyRule> rules;
  std::vector<PolicyClause> clauses;
  SupportHours hours;
  PriceList prices;
  std::vector<PolicyTopic> topics;

  // Null when there is none.
  const PolicyFact* FindFact(std::string_view id) const;
  const PolicyRule* FindRule(std::string_view id) const;
  const PolicyTopic* FindTopic(std::string_view id) const;
  // The text of a rule or a clause. Null when there is none.
  const LocalText* FindText(std::string_view id) const;
};

// Absent when anything is missing, wrong or refers to an id that does not exist; then an error with
// file and line was added: so does a rule or an alternative that could never decide because of
// those above it. A policy is taken whole or not at all: half of it would promise
// something else.
std::optional<Policy> ParsePolicy(std::string_view yaml, std::string_view file,
                                  Diagnostics& diagnostics);

}  // namespace pomocnik::kb
