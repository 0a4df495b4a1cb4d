// The use case: message -> event -> hits -> move of the conversation -> reply. Start reading the bot room here.
#pragma once

#include <functional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "bot/dialogue/answer.h"
#include "bot/dialogue/conversation.h"
#include "bot/knowledge.h"

namespace pomocnik::bot {

// A message and what was said before it.
struct Turn {
  const Question& question;
  const Conversation& before;
  // The reference of an episode ("P-7K3F9Q"), by its number.
  std::function<std::string(int)> reference;
  // Whether the answers of an episode are held, by its number; absent: none is.
  std::function<Reply::Held(int)> held{};
};

// Answers one message from one index version. Stateless and thread-safe.
class Answerer {
 public:
  // The clock must outlive the answerer.
  explicit Answerer(const Clock& clock) : clock_(clock) {}

  // Never kInvalidArgument: any valid UTF-8 gets a reply. Errors are those of Searcher.
  Result<Answer> Reply(const Turn& turn, const Knowledge& knowledge) const;

  // The first message of a conversation that is not kept.
  Result<Answer> Reply(const Question& question, const Knowledge& knowledge) const;

 private:
  const Clock& clock_;
};

}  // namespace pomocnik::bot
