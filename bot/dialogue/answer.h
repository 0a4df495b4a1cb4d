// A reply with all that belongs to it.
#pragma once

#include <string>
#include <vector>

#include "bot/dialogue/conversation.h"
#include "bot/dialogue/reply.h"
#include "index/search.h"

namespace pomocnik::bot {

// A reply with what led to it: for the CLI, the statistics and the staff, never shown to visitors.
struct Answer {
  Reply reply;
  Conversation conversation;           // as it is after the reply
  std::vector<int> returned;           // earlier episodes whose matter the message comes back to
  std::vector<index::Hit> candidates;  // best first, at most ten, whatever the decision
  std::vector<index::QueryTerm> terms;
  index::Features features;
  double confidence = 0;
  kb::Thresholds thresholds;  // that the confidence was compared with
  std::string index_version;
  std::string searched;  // the text that was searched for, as it was typed
  std::string
      rule;  // what the message was taken for: "question", "follow_up", "choice", "case", "intent:hours"
};

}  // namespace pomocnik::bot
