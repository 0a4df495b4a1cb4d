// Records with something in every field.
#pragma once

#include <optional>
#include <string>

#include "bot/turn_store.h"

namespace pomocnik::bot {

inline ConversationRecord MakeConversation(const std::string& id) {
  return {.id = id,
          .created_at = *ParseRfc3339("2026-11-23T09:00:00.123Z"),
          .channel = "web",
          .state = R"({"episode":2})"};
}

inline TurnRecord MakeTurn(const std::string& id, const std::string& conversation_id,
                           const std::string& key) {
  return {.id = id,
          .conversation_id = conversation_id,
          .key = key,
          .request_digest = "digest of " + key,
          .created_at = *ParseRfc3339("2026-11-23T09:00:00.456Z"),
          .lang = "sl",
          .question = "Kako storniram račun?",
          .decision = "answer",
          .articles = "storno-racuna,dobropis",
          .confidence = 0.875,
          .app = "icenter",
          .screen = "FAK.01",
          .module = "Fakturiranje",
          .index_version = "20261123-090000",
          .reply = std::string("{\"blocks\":[\"č š ž \\u0000 '; DROP TABLE turn; --\"]}"),
          .episode = 2,
          .verdict = "paid",
          .article = "storno-racuna",
          .explanation = R"({"rule":"question"})"};
}

inline DraftRecord MakeDraft() {
  return {.reference = "P-7K3F9Q", .title = "Storno računa", .text = "Oznaka: P-7K3F9Q\n"};
}

// A turn whose ids and key tell its number, in a conversation of its own.
inline Status SaveNumbered(TurnStore& store, int number) {
  const std::string id = std::to_string(number);
  const auto saved = store.SaveTurn(MakeConversation("c" + id),
                                    MakeTurn("t" + id, "c" + id, "k" + id), std::nullopt, {});
  if (!saved) return saved.error();
  return {};
}

}  // namespace pomocnik::bot
