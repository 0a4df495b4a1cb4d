// What the chat and the F1 page tell beside messages and votes: that they were opened, what was viewed and picked.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/event_store.h"
#include "bot/identity_keys.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

// Some events that one page sends together.
struct EventBatch {
  struct Item {
    deflection::EventKind kind = deflection::EventKind::kVisit;  // or kView, kSuggestion
    std::string turn{};                                          // of a view
    std::string article{};
    std::string detail{};  // of a view
  };
  std::vector<Item> items;
  // Where the page is.
  std::string channel{};
  std::string lang{};
  std::string app{};
  std::string screen{};
  std::string module{};
  std::string secret{};  // of the conversation, with views
  std::string source{};  // SourceNames::NameOf
};

// Thread-safe. Its parts must outlive it.
class VisitorEvents {
 public:
  VisitorEvents(EventStore& events, TurnStore& turns, const IdentityKeys& keys, const Clock& clock)
      : events_(events), turns_(turns), keys_(keys), clock_(clock) {}

  // Keeps them without personal data: all of them or none when there are views, whatever can be kept without waiting
  // otherwise. kNotFound: a view of no such turn, or the secret is not its conversation's. kUnavailable: not saved,
  // try again; a view counts once.
  Status Take(const EventBatch& batch);

 private:
  EventStore& events_;
  TurnStore& turns_;
  const IdentityKeys& keys_;
  const Clock& clock_;
};

}  // namespace pomocnik::bot
