#include "bot/deflection/event.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::deflection {
namespace {

TEST_CASE("names of kinds and arms come back as what they name") {
  for (int i = 0; i < 13; ++i) {
    const auto kind = static_cast<EventKind>(i);
    CHECK(ParseKind(KindName(kind)) == kind);
  }
  CHECK(KindName(EventKind::kF1Missed) == "f1_missed");
  CHECK_FALSE(ParseKind("viewed"));
  for (const Arm arm : {Arm::kNone, Arm::kShown, Arm::kHeld}) CHECK(ParseArm(ArmName(arm)) == arm);
}

}  // namespace
}  // namespace pomocnik::bot::deflection
