// Presses of F1 in memory. Thread-safe.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "bot/press_store.h"

namespace pomocnik::testing {

class FakePressStore : public bot::PressStore {
 public:
  void NotePress(const bot::PressRecord& press) override {
    std::lock_guard lock(mutex_);
    presses_.push_back(press);
  }

  // What a test says.
  std::vector<bot::MissedScreen> missed;
  Result<std::vector<bot::MissedScreen>> ListMissedScreens(const bot::deflection::Period&,
                                                           int) override {
    return missed;
  }

  // "app/screen match", in order.
  std::vector<std::string> noted() const {
    std::lock_guard lock(mutex_);
    std::vector<std::string> noted;
    for (const auto& press : presses_) {
      noted.push_back(press.app + "/" + press.screen + " " + press.match);
    }
    return noted;
  }
  std::vector<bot::PressRecord> presses() const {
    std::lock_guard lock(mutex_);
    return presses_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<bot::PressRecord> presses_;
};

}  // namespace pomocnik::testing
