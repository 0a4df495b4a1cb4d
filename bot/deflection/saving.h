// What answers may have saved, by assumptions that are stated beside the figure. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"

namespace pomocnik::bot::deflection {

// How long a person of the vendor would have been busy with a request, and what an hour of that person costs.
struct Assumptions {
  int minutes_per_request = 15;
  int cents_per_hour = 30'00;  // of a euro
  // Who stated them and when; absent: nobody did, they are what the program assumes.
  std::string changed_by{};
  std::optional<Instant> changed_at{};
  bool operator==(const Assumptions&) const = default;
};

inline constexpr int kMostMinutesPerRequest = 24 * 60;
inline constexpr int kMostCentsPerHour = 1'000'00;

struct Saving {
  std::int64_t minutes = 0;
  std::int64_t cents = 0;  // to the nearest cent
  bool operator==(const Saving&) const = default;
};

// Of that many requests that were not filed.
Saving SavingOf(std::int64_t requests, const Assumptions& assumptions);

}  // namespace pomocnik::bot::deflection
