// POST /api/v1/chat and /api/v1/feedback on the wire (openapi.yaml: ChatRequest, ChatReply, Feedback…).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/chat.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxMessageCodePoints = 2000;
inline constexpr std::size_t kMaxReasonCodePoints = 500;

struct ContextFields {
  std::string channel;
  std::string app;
  std::string screen;
  std::string module;
  std::string version;
};

struct ChatRequest {
  std::string message;
  std::string key;
  std::string conversation;
  std::string lang;
  index::Reading reading = index::Reading::kCorrected;
  ContextFields context;
};

// Fills `request`. Returns what is wrong with the body, naming the first wrong field; `lang` is set even
// then if it is right, so that the caller can be told in it.
std::optional<Refusal> ReadChatRequest(std::string_view body, ChatRequest& request);

// The body of a reply: a ReplyWriter.
std::string WriteChatReply(const TurnHeader& header, const Reply& reply);

struct FeedbackRequest {
  std::string turn;
  Helpful helpful = Helpful::kNo;
  std::string reason;
};

std::optional<Refusal> ReadFeedbackRequest(std::string_view body, FeedbackRequest& request);

std::string WriteFeedbackReply();

}  // namespace pomocnik::bot::http
