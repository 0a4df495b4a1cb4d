// The statements on presses of F1.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "bot/press_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// One row of screen_press, and whether it has its place however many there are.
struct PressKey {
  std::string day;
  std::string app;
  std::string screen;
  std::string match;
  PressRecord::Name name = PressRecord::Name::kAsSent;

  bool operator<(const PressKey& other) const {
    return std::tie(day, app, screen, match) <
           std::tie(other.day, other.app, other.screen, other.match);
  }
};
using PressCounts = std::map<PressKey, std::int64_t>;

// The row that presses are added to whose names are not kept.
PressKey Unnamed(PressKey key);

// Adds them. Of a day that has kMaxPressedNames rows, names that are not listed and not there yet are added to the
// row without a name. REQUIRES: a transaction of the only writer is open.
Status AddPresses(sqlite::Database& database, const PressCounts& counts);

Result<std::vector<MissedScreen>> SelectMissedScreens(sqlite::Database& database,
                                                      const deflection::Period& period, int limit);

}  // namespace pomocnik::bot
