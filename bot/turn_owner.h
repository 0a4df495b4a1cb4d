// Whether somebody may speak of a turn.
#pragma once

#include <string>

#include "base/result.h"
#include "bot/identity_keys.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

// kNotFound: no such turn, or the secret is not its conversation's; which of the two is not told. Other errors are the
// store's.
Status CheckTurnOwner(TurnStore& store, const IdentityKeys& keys, const std::string& turn_id,
                      const std::string& secret);

}  // namespace pomocnik::bot
