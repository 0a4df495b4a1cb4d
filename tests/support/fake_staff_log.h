// The staff log in memory, which can be made to fail.
#pragma once

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

#include "bot/staff_log.h"

namespace pomocnik::testing {

class FakeStaffLog : public bot::StaffLog {
 public:
  Status Note(const bot::StaffAct& act) override {
    std::lock_guard lock(mutex_);
    if (broken_) return Error::Unavailable("the staff log is broken");
    entries_.push_back({act.at, act.name, std::string(bot::StaffDeedName(act.act)), act.object});
    return {};
  }

  void NoteLater(const bot::StaffAct& act) override { (void)Note(act); }

  Result<std::vector<bot::StaffEntry>> List(Instant from, Instant to, int limit) override {
    std::lock_guard lock(mutex_);
    if (broken_) return Error::Unavailable("the staff log is broken");
    std::vector<bot::StaffEntry> found;
    for (const bot::StaffEntry& entry : entries_) {
      if (entry.at >= from && entry.at < to) found.push_back(entry);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.at > right.at; });
    if (found.size() > static_cast<std::size_t>(limit)) {
      found.resize(static_cast<std::size_t>(limit));
    }
    return found;
  }

  // In the order in which they were noted.
  std::vector<bot::StaffEntry> entries() const {
    std::lock_guard lock(mutex_);
    return entries_;
  }

  // From now on nothing is kept and nothing can be read.
  void Break() {
    std::lock_guard lock(mutex_);
    broken_ = true;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<bot::StaffEntry> entries_;
  bool broken_ = false;
};

}  // namespace pomocnik::testing
