// The statements on whole conversations: the list, one of them, and taking one out.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "bot/desk_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Each as DeskStore says.
Result<ConversationPage> SelectConversations(sqlite::Database& database,
                                             const ConversationQuery& query);
Result<std::optional<WholeConversation>> SelectConversation(sqlite::Database& database,
                                                            std::string_view id);

// Takes out all that belongs to it. kNotFound: there is none. REQUIRES: a transaction of the only writer is open.
Status DeleteConversation(sqlite::Database& database, std::string_view id);

}  // namespace pomocnik::bot
