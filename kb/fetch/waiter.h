// Waiting as a thing that is passed in, so that tests need not.
#pragma once

#include <chrono>
#include <stop_token>

namespace pomocnik::kb::fetch {

class Waiter {
 public:
  virtual ~Waiter() = default;
  // Returns when the time is over, or earlier when a stop is asked for.
  virtual void Wait(std::chrono::nanoseconds time, const std::stop_token& stop) = 0;
};

class ThreadWaiter : public Waiter {
 public:
  void Wait(std::chrono::nanoseconds time, const std::stop_token& stop) override;
};

}  // namespace pomocnik::kb::fetch
