// Things with a time in memory, a few of which can be taken out at once. Thread-safe.
#pragma once

#include <algorithm>
#include <mutex>
#include <vector>

#include "bot/retention.h"

namespace pomocnik::testing {

class FakeRetentionStore : public bot::RetentionStore {
 public:
  void Add(Instant at) {
    std::lock_guard lock(mutex_);
    texts_.push_back(at);
  }

  Result<std::int64_t> PurgeSome(const bot::RetentionLimits& limits) override {
    std::lock_guard lock(mutex_);
    if (broken_) return Error::Unavailable("the fake store is broken");
    ++calls_;
    std::int64_t taken = 0;
    std::erase_if(texts_, [&](Instant at) { return at < limits.texts && ++taken <= 2; });
    return std::min<std::int64_t>(taken, 2);
  }

  Status Overwrite() override {
    std::lock_guard lock(mutex_);
    ++overwritten_;
    return {};
  }

  void Break() { Set(true); }
  void Mend() { Set(false); }

  std::size_t size() const {
    std::lock_guard lock(mutex_);
    return texts_.size();
  }
  int calls() const {
    std::lock_guard lock(mutex_);
    return calls_;
  }
  int overwritten() const {
    std::lock_guard lock(mutex_);
    return overwritten_;
  }

 private:
  void Set(bool broken) {
    std::lock_guard lock(mutex_);
    broken_ = broken;
  }

  mutable std::mutex mutex_;
  std::vector<Instant> texts_;
  bool broken_ = false;
  int calls_ = 0;
  int overwritten_ = 0;
};

}  // namespace pomocnik::testing
