// Conversations on the wire (openapi.yaml: Conversations, Conversation, EraseRequest).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/desk_store.h"
#include "bot/http/language.h"
#include "bot/http/message.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

// Reads `q`, the filters and `before`; leaves span and limit as they are.
std::optional<Refusal> ReadConversationQuery(const Request& request, ConversationQuery& query);

std::string WriteConversations(const ConversationPage& page);

// All that is kept of it. Every text is JSON text, whatever it holds.
std::string WriteConversation(const WholeConversation& conversation, Language language);

// What may name a conversation; anything else is none.
enum class IdForm { kWrong, kRight };
IdForm CheckConversationId(std::string_view id);

std::optional<Refusal> ReadEraseRequest(std::string_view body, std::string& id);

}  // namespace pomocnik::bot::http
