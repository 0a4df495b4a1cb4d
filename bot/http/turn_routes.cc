#include "bot/http/turn_routes.h"

#include <string>
#include <utility>

#include "bot/http/chat_api.h"
#include "bot/http/events_api.h"
#include "bot/http/responses.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kSecretHeader = "X-Conversation-Secret";

Question MakeQuestion(const ChatRequest& wire) {
  Question question;
  question.text = wire.message;
  question.lang = wire.lang;
  question.channel = wire.context.channel;
  question.context = {.app = wire.context.app,
                      .screen = wire.context.screen,
                      .module = wire.context.module,
                      .version = wire.context.version};
  question.reading = wire.reading;
  question.choice = wire.choice;
  return question;
}

std::string SecretOf(const Request& request) {
  return std::string(FindHeader(request.head.headers, kSecretHeader).value_or(""));
}

// What belongs to a turn could not be kept.
Response RefuseUnsaved(const RouteParts& parts, std::string_view route, const Error& error,
                       Language language) {
  if (error.code == ErrorCode::kNotFound) return Refuse({Problem::kNoSuchTurn, ""}, language);
  const Problem problem = Report(parts, route, error);
  return Refuse({problem == Problem::kBusy ? Problem::kNotSaved : problem, ""}, language);
}

}  // namespace

Response TakeTurn(const RouteParts& parts, const Request& request) {
  ChatRequest wire;
  const auto refusal = ReadChatRequest(request.body, wire);
  const Language language = ParseLanguage(wire.lang).value_or(request.language);
  if (refusal) return Refuse(*refusal, language);
  ChatTurn turn;
  turn.question = MakeQuestion(wire);
  turn.key = wire.key;
  turn.conversation_id = wire.conversation;
  turn.secret = SecretOf(request);
  turn.source = NameSource(parts, request);
  auto reply = parts.chat.Take(turn);
  if (reply) return Json(std::move(*reply));
  if (reply.error().code == ErrorCode::kNotFound) {
    return Refuse({Problem::kNoSuchConversation, ""}, language);
  }
  if (parts.knowledge.Get() == nullptr) return Refuse({Problem::kNoIndex, ""}, language);
  const Problem problem = Report(parts, "chat", reply.error());
  return Refuse({problem, "", reply.error().retry_after}, language);
}

Response TakeFeedback(const RouteParts& parts, const Request& request) {
  FeedbackRequest wire;
  if (const auto refusal = ReadFeedbackRequest(request.body, wire)) {
    return Refuse(*refusal, request.language);
  }
  const Status saved = parts.chat.Rate(wire.turn, SecretOf(request),
                                       {wire.helpful, wire.reason, NameSource(parts, request)});
  if (saved) return Json(WriteFeedbackReply());
  return RefuseUnsaved(parts, "feedback", saved.error(), request.language);
}

Response TakeDraft(const RouteParts& parts, const Request& request) {
  DraftRequest wire;
  if (const auto refusal = ReadDraftRequest(request.body, wire)) {
    return Refuse(*refusal, request.language);
  }
  const auto kept = parts.chat.EditDraft(wire.turn, SecretOf(request), {wire.title, wire.text, ""},
                                         std::string(LanguageCode(request.language)));
  if (kept) return Json(WriteDraftReply(*kept));
  return RefuseUnsaved(parts, "draft", kept.error(), request.language);
}

Response TakeDraftEvent(const RouteParts& parts, const Request& request) {
  DraftEventRequest wire;
  if (const auto refusal = ReadDraftEventRequest(request.body, wire)) {
    return Refuse(*refusal, request.language);
  }
  const Status saved = parts.chat.NoteDraftEvent(wire.turn, SecretOf(request), wire.event,
                                                 NameSource(parts, request));
  if (saved) return Json(WriteFeedbackReply());
  return RefuseUnsaved(parts, "draftEvent", saved.error(), request.language);
}

Response TakeEvents(const RouteParts& parts, const Request& request) {
  EventsRequest wire;
  const auto refusal = ReadEventsRequest(request.body, wire);
  const Language language = ParseLanguage(wire.lang).value_or(request.language);
  if (refusal) return Refuse(*refusal, language);
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, language);
  for (const EventBatch::Item& item : wire.events) {
    if (item.article.empty()) continue;
    const auto article = knowledge->searcher->FindArticle(item.article);
    if (!article) return Refuse({Report(parts, "events", article.error()), ""}, language);
    if (!*article) return Refuse({Problem::kNoSuchArticle, ""}, language);
  }
  EventBatch batch;
  batch.items = std::move(wire.events);
  batch.channel = wire.context.channel;
  batch.lang = LanguageCode(language);
  batch.app = wire.context.app;
  batch.screen = wire.context.screen;
  batch.module = wire.context.module;
  batch.secret = SecretOf(request);
  batch.source = NameSource(parts, request);
  const Status taken = parts.visitors.Take(batch);
  if (taken) return Json(WriteFeedbackReply());
  return RefuseUnsaved(parts, "events", taken.error(), language);
}

}  // namespace pomocnik::bot::http
