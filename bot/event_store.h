// Where events are kept that are no part of a turn, a vote or a draft: the border to the state database.
#pragma once

#include <vector>

#include "base/result.h"
#include "bot/deflection/event.h"

namespace pomocnik::bot {

// An event that belongs to a turn need only name it: where the turn was taken is added. Thread-safe.
class EventStore {
 public:
  virtual ~EventStore() = default;

  // Never waits. What cannot be kept is lost. REQUIRES: none belongs to a turn.
  virtual void NoteEvents(const std::vector<deflection::Event>& events) = 0;

  // Returns after the commit of all of them or of none. A view that is kept already changes nothing. kNotFound: no such
  // turn. kUnavailable as in TurnStore.
  virtual Status SaveEvents(const std::vector<deflection::Event>& events) = 0;
};

}  // namespace pomocnik::bot
