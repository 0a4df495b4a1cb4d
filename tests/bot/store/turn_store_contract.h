// What every TurnStore must do.
#pragma once

#include "bot/turn_store.h"

namespace pomocnik::bot {

// Runs the whole contract as doctest subcases: call it first thing in a TEST_CASE, with an empty store.
void CheckTurnStoreContract(TurnStore& store);

}  // namespace pomocnik::bot
