#include "bot/turn_owner.h"

#include <utility>

namespace pomocnik::bot {

Status CheckTurnOwner(TurnStore& store, const IdentityKeys& keys, const std::string& turn_id,
                      const std::string& secret) {
  auto conversation_id = store.FindConversationOfTurn(turn_id);
  if (!conversation_id) return std::move(conversation_id).error();
  // An unknown turn takes the same way through the comparison as a foreign one.
  const std::string owner = conversation_id->value_or(std::string());
  if (keys.CheckSecret(owner, secret) == IdentityKeys::Match::kNo || owner.empty()) {
    return Error::NotFound("no such turn, or not its conversation's secret");
  }
  return {};
}

}  // namespace pomocnik::bot
