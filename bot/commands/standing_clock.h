// A clock that stands still, so that many questions are asked at one moment and a run can be repeated.
#pragma once

#include "base/clock.h"

namespace pomocnik::bot::commands {

class StandingClock : public Clock {
 public:
  explicit StandingClock(Instant now) : now_(now) {}
  Instant Now() const override { return now_; }
  std::chrono::steady_clock::time_point SteadyNow() const override {
    return std::chrono::steady_clock::now();
  }

 private:
  const Instant now_;
};

}  // namespace pomocnik::bot::commands
