// Which episodes an experiment takes: of those that are held, the answer is shown only after the request form was
// offered, so that the effect of answers on requests can be told from what would have happened anyway. Pure.
#pragma once

#include <string_view>

#include "bot/deflection/event.h"

namespace pomocnik::bot::deflection {

inline constexpr double kMaxHoldoutShare = 0.5;

// Of all digests the share is held, always the same ones. kNone when the share is 0. `digest`: at least 13 hex digits.
Arm DrawArm(std::string_view digest, double share);

}  // namespace pomocnik::bot::deflection
