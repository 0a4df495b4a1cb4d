// The policy in words: what is said about a matter, and what a case would cost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/dialogue/reply.h"
#include "bot/eligibility/eligibility.h"
#include "bot/knowledge.h"

namespace pomocnik::bot {

// For whom and when something is said. The knowledge must outlive it.
struct Telling {
  const Knowledge& knowledge;
  std::string_view lang;  // sl, en or hr
  Instant now;
};

// What is said about one matter, without the rule that decides it. `message` names the days that are asked about.
std::vector<kb::Block> TellTopic(const kb::PolicyTopic& topic, std::string_view message,
                                 const Telling& telling);

// The verdict of one rule, whatever the case.
VerdictInfo TellRule(const kb::PolicyRule& rule, const Telling& telling);

// Why a case is judged.
enum class Occasion {
  kAsked,   // the visitor told of it and wants to know
  kDrafted  // a request is drafted, whatever was told
};

// The verdict on a case.
VerdictInfo TellVerdict(const Judgement& judgement, Occasion occasion, const Telling& telling);

// When requests are looked at next, if nobody works now; empty within hours.
std::vector<kb::Block> TellNextOpening(const Telling& telling);

}  // namespace pomocnik::bot
