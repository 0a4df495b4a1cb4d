// Which day it is for our users.
#pragma once

#include "base/clock.h"

namespace pomocnik::index {

// The calendar day in Europe/Ljubljana. Validity of articles changes at its midnight. Thread-safe.
Date LocalDay(Instant instant);

}  // namespace pomocnik::index
