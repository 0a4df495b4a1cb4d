// POST /api/v1/chat and /api/v1/feedback on the wire (openapi.yaml: ChatRequest, ChatReply, Feedback…).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/chat.h"
#include "bot/http/refusal.h"
#include "bot/http/request_fields.h"

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxMessageCodePoints = 2000;
inline constexpr std::size_t kMaxReasonCodePoints = 500;

struct ChatRequest {
  std::string message;
  std::string key;
  std::string conversation;
  std::string lang;
  std::string choice;  // id of the offered article that is picked
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

inline constexpr std::size_t kMaxDraftTitleCodePoints = 200;
inline constexpr std::size_t kMaxDraftTextCodePoints = 2000;  // what the portal takes

struct DraftRequest {
  std::string turn;
  std::string title;
  std::string text;
};

std::optional<Refusal> ReadDraftRequest(std::string_view body, DraftRequest& request);

std::string WriteDraftReply(const Chat::EditedDraft& draft);

struct DraftEventRequest {
  std::string turn;
  DraftEvent event = DraftEvent::kCopied;
};

std::optional<Refusal> ReadDraftEventRequest(std::string_view body, DraftEventRequest& request);

}  // namespace pomocnik::bot::http
