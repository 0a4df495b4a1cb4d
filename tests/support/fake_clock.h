// A clock that stands still until a test moves it. Not thread-safe while being moved.
#pragma once

#include "base/clock.h"

namespace pomocnik::testing {

class FakeClock : public Clock {
 public:
  // Monday, 2026-11-23 10:00 in Ljubljana.
  FakeClock() : now_(*ParseRfc3339("2026-11-23T09:00:00Z")) {}
  explicit FakeClock(Instant now) : now_(now) {}

  Instant Now() const override { return now_; }
  std::chrono::steady_clock::time_point SteadyNow() const override { return steady_now_; }
  void Tick(std::chrono::milliseconds by) {
    now_ += by;
    steady_now_ += by;
  }
  void Set(Instant now) { now_ = now; }

 private:
  Instant now_;
  // Like a machine that has been up for a while.
  std::chrono::steady_clock::time_point steady_now_{std::chrono::hours(100)};
};

}  // namespace pomocnik::testing
