// One index version with its words, rules and thresholds, ready for answering.
#pragma once

#include <memory>
#include <vector>

#include "base/published.h"
#include "base/result.h"
#include "bot/dialogue/day_mention.h"
#include "bot/dialogue/fact_rules.h"
#include "bot/dialogue/intent.h"
#include "bot/dialogue/phrases.h"
#include "index/search.h"
#include "kb/diagnostic.h"
#include "kb/library.h"
#include "kb/policy/policy.h"
#include "kb/policy/thresholds.h"

namespace pomocnik::bot {

// Immutable; thread-safe. Everything in it comes from the same index version.
struct Knowledge {
  std::shared_ptr<const index::Searcher> searcher;
  Phrases phrases;
  IntentRules intents;
  FactRules facts;
  DayMentions days;  // its names are those of the policy's hours
  kb::Policy policy;
  kb::Thresholds thresholds;

  // Reads the data files of the version. Fails when one of them is missing or broken; the message holds
  // file and line.
  static Result<std::shared_ptr<const Knowledge>> Open(
      std::shared_ptr<const index::Searcher> searcher);
};

// Everything that is wrong in the data files of a knowledge base, or between them; warnings too. A version
// built of files without an error can be opened.
kb::Diagnostics CheckDataFiles(const std::vector<kb::DataFile>& files);

// The version that is served; null before the first one.
using CurrentKnowledge = Published<Knowledge>;

}  // namespace pomocnik::bot
