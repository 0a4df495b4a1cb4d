// Takes out, while the program runs, what has been kept long enough.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "base/clock.h"
#include "base/log.h"
#include "bot/retention.h"

namespace pomocnik::bot::commands {

// Purges at the start, and then every six hours by the clock: nothing stays a day longer than the rules say. A clock
// that is set back delays nothing and takes nothing out early. The referenced objects must outlive the purger.
class Purger {
 public:
  Purger(RetentionStore& store, const RetentionRules& rules, const Clock& clock, Log& log);
  // Stops.
  ~Purger();
  Purger(const Purger&) = delete;
  Purger& operator=(const Purger&) = delete;

  // Purges if it is time to. What cannot be taken out now is tried again at the next look. Not thread-safe; not to be
  // called after Start.
  void Look();

  // Looks every minute on a thread of its own, until Stop.
  void Start();
  void Stop();

 private:
  void Run();
  // Takes out part by part, so that others can write in between, until nothing is left or it is time to stop.
  Status Purge(const RetentionLimits& limits);
  enum class Stopping { kNo, kYes };
  Stopping IsStopping();

  RetentionStore& store_;
  const RetentionRules rules_;
  const Clock& clock_;
  Log& log_;
  std::optional<Instant> last_;  // when all was taken out; used by whoever calls Look

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace pomocnik::bot::commands
