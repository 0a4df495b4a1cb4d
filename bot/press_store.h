// Where it is counted how often F1 was pressed: the border to the state database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bot/deflection/period.h"

namespace pomocnik::bot {

// One press of F1. What came from outside has been through bot/privacy.
struct PressRecord {
  enum class Name { kListed, kAsSent };  // whether the knowledge base lists the screen
  std::string day;                       // "2026-11-23", in Slovenia
  std::string app;
  std::string screen;
  std::string match;  // MatchName()
  Name name = Name::kAsSent;
};

// How often a screen was asked for that has no topic of its own.
struct MissedScreen {
  std::string app;
  std::string screen;  // empty, as is app: all that were too many to be kept by name
  std::string match;   // what was found instead
  std::int64_t presses = 0;
  bool operator==(const MissedScreen&) const = default;
};

// How many names that are not listed are kept of a day; further ones are counted together.
inline constexpr std::int64_t kMaxPressedNames = 2000;

// Thread-safe.
class PressStore {
 public:
  virtual ~PressStore() = default;

  // Never waits. What cannot be kept is lost.
  virtual void NotePress(const PressRecord& press) = 0;

  // The most pressed first. kUnavailable: the state cannot be read.
  virtual Result<std::vector<MissedScreen>> ListMissedScreens(const deflection::Period& period,
                                                              int limit) = 0;
};

}  // namespace pomocnik::bot
