// A log that keeps its lines for a test to look at. Thread-safe.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/log.h"

namespace pomocnik::testing {

class RecordingLog : public Log {
 public:
  void Write(LogLevel, std::string_view event, const LogFields& fields) override {
    std::string line(event);
    for (const auto& [name, value] : fields) line += " " + std::string(name) + "=" + value;
    std::lock_guard lock(mutex_);
    lines_.push_back(std::move(line));
  }

  void Clear() {
    std::lock_guard lock(mutex_);
    lines_.clear();
  }

  // "event name=value name=value" of each line, in order.
  std::vector<std::string> lines() const {
    std::lock_guard lock(mutex_);
    return lines_;
  }

  // All lines as one text, for looking for what must not be there.
  std::string text() const {
    std::string all;
    for (const std::string& line : lines()) all += line + "\n";
    return all;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

}  // namespace pomocnik::testing
