// The use case: question -> intent or hits -> decision -> reply. Start reading the bot room here.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "bot/dialogue/reply.h"
#include "bot/knowledge.h"

namespace pomocnik::bot {

// Answers one question from one index version. Stateless and thread-safe.
class Answerer {
 public:
  // The clock must outlive the answerer.
  explicit Answerer(const Clock& clock) : clock_(clock) {}

  // Never kInvalidArgument: any valid UTF-8 gets a reply. Errors are those of Searcher.
  Result<Answer> Reply(const Question& question, const Knowledge& knowledge) const;

 private:
  const Clock& clock_;
};

}  // namespace pomocnik::bot
