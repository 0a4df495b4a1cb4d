#include "bot/deflection/saving.h"

namespace pomocnik::bot::deflection {

Saving SavingOf(std::int64_t requests, const Assumptions& assumptions) {
  const std::int64_t minutes = requests * assumptions.minutes_per_request;
  constexpr std::int64_t kMinutesPerHour = 60;
  return {minutes, (minutes * assumptions.cents_per_hour + kMinutesPerHour / 2) / kMinutesPerHour};
}

}  // namespace pomocnik::bot::deflection
