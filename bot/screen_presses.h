// How often F1 is pressed, and what it finds: counters for /metrics, records for those who write articles.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

#include "base/clock.h"
#include "bot/event_store.h"
#include "bot/press_store.h"
#include "bot/screen_help.h"
#include "index/search.h"

namespace pomocnik::bot {

// Since the start, by ScreenMatch.
using PressCounters = std::array<std::atomic<std::uint64_t>, index::kScreenMatches>;

// Who pressed F1, and what they were shown, beside the screen.
struct PressPlace {
  std::string lang{};
  std::string index_version{};
  std::string source{};  // SourceNames::NameOf
};

// Thread-safe. Stores and clock must outlive it.
class ScreenPresses {
 public:
  ScreenPresses(PressStore& store, EventStore& events, const Clock& clock)
      : store_(store), events_(events), clock_(clock) {}

  // Never waits. Names that are not listed are kept without personal data, and no longer than 100 code points.
  void Note(const ScreenQuestion& question, const index::ScreenTopics& found,
            const PressPlace& place = {});

  const PressCounters& counters() const { return counters_; }

 private:
  PressStore& store_;
  EventStore& events_;
  const Clock& clock_;
  PressCounters counters_{};
};

}  // namespace pomocnik::bot
