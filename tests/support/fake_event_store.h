// Events in memory, and a switch for a store that is down. Thread-safe.
#pragma once

#include <mutex>
#include <vector>

#include "bot/event_store.h"

namespace pomocnik::testing {

class FakeEventStore : public bot::EventStore {
 public:
  // From now on nothing is kept.
  void Break() {
    std::lock_guard lock(mutex_);
    state_ = State::kBroken;
  }

  void NoteEvents(const std::vector<bot::deflection::Event>& events) override {
    std::lock_guard lock(mutex_);
    if (state_ == State::kGood) noted_.insert(noted_.end(), events.begin(), events.end());
  }

  Status SaveEvents(const std::vector<bot::deflection::Event>& events) override {
    std::lock_guard lock(mutex_);
    if (state_ == State::kBroken) return Error::Unavailable("the fake store is broken");
    saved_.insert(saved_.end(), events.begin(), events.end());
    return {};
  }

  // In order.
  std::vector<bot::deflection::Event> noted() const {
    std::lock_guard lock(mutex_);
    return noted_;
  }
  std::vector<bot::deflection::Event> saved() const {
    std::lock_guard lock(mutex_);
    return saved_;
  }

 private:
  enum class State { kGood, kBroken };

  mutable std::mutex mutex_;
  State state_ = State::kGood;
  std::vector<bot::deflection::Event> noted_;
  std::vector<bot::deflection::Event> saved_;
};

}  // namespace pomocnik::testing
