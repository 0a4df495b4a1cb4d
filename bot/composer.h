// Puts a reply into words: the move that the conversation makes, with passages of articles and texts of the policy.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "bot/answerer.h"
#include "bot/dialogue/conversation.h"
#include "bot/dialogue/reply.h"
#include "bot/knowledge.h"

namespace pomocnik::bot {

// What a reply is made of. All of it must outlive the call.
struct Composition {
  const Turn& turn;
  const Event& event;
  const Step& step;
  const index::SearchResult& found;
  const Knowledge& knowledge;
  Instant now;
};

struct Composed {
  Reply reply;
  std::string open_fact;  // id of the fact that the reply asks for; empty: none
};

// Errors are those of Searcher.
Result<Composed> Compose(const Composition& composition);

}  // namespace pomocnik::bot
