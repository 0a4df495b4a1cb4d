#include "bot/http/chat_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "bot/http/blocks_api.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/request_fields.h"

namespace pomocnik::bot::http {
namespace {

using Presence = JsonObject::Presence;

// White space and characters that show nothing.
bool IsInvisible(char32_t c) {
  constexpr std::array<char32_t, 12> kSingles = {0x20,   0x85,   0xA0,   0xAD,   0x180E, 0x2028,
                                                 0x2029, 0x202F, 0x205F, 0x3000, 0x3164, 0xFEFF};
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         std::find(kSingles.begin(), kSingles.end(), c) != kSingles.end();
}

bool IsBlank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!IsInvisible(NextCodePoint(text, i))) return false;
  }
  return true;
}

std::optional<Refusal> ReadMessage(const JsonObject& object, std::string& message) {
  if (auto refusal = ReadField(object, "message", Need::kRequired, message)) return refusal;
  if (IsBlank(message)) return Refusal{Problem::kEmptyMessage, "message"};
  if (CountCodePoints(message) > kMaxMessageCodePoints) {
    return Refusal{Problem::kLongMessage, "message"};
  }
  return std::nullopt;
}

std::optional<Refusal> ReadReading(const JsonObject& object, index::Reading& reading) {
  bool literal = false;
  if (object.ReadBoolean("literal", literal) == Presence::kWrongType) {
    return Refusal{Problem::kWrongField, "literal"};
  }
  reading = literal ? index::Reading::kLiteral : index::Reading::kCorrected;
  return std::nullopt;
}

OrderedJson ConversationJson(const TurnHeader& header) {
  OrderedJson json = {{"id", header.conversation_id}};
  if (!header.secret.empty()) json["secret"] = header.secret;
  return json;
}

OrderedJson CitationsJson(const std::vector<Citation>& citations) {
  OrderedJson array = OrderedJson::array();
  for (const Citation& citation : citations) {
    OrderedJson json = ArticleJson(citation.article);
    json["anchor"] = TextOrNull(citation.anchor);
    array.push_back(std::move(json));
  }
  return array;
}

OrderedJson ChoicesJson(const std::vector<Choice>& choices) {
  OrderedJson array = OrderedJson::array();
  for (const Choice& choice : choices) array.push_back(ArticleJson(choice.article));
  return array;
}

OrderedJson UnderstoodJson(const Understood& understood) {
  OrderedJson words = OrderedJson::array();
  for (const auto& [typed, read_as] : understood.words) {
    words.push_back({{"word", typed}, {"readAs", read_as}});
  }
  return {{"text", understood.text}, {"words", std::move(words)}, {"offer", understood.offer}};
}

OrderedJson VerdictJson(const VerdictInfo& verdict) {
  return {{"verdict", VerdictName(verdict.verdict)},
          {"rules", verdict.rules},
          {"clause", verdict.clause},
          {"conditional", verdict.rests == VerdictInfo::Rests::kOnConditions},
          {"blocks", BlocksJson(verdict.blocks)}};
}

OrderedJson DraftJson(const Draft& draft) {
  return {{"reference", draft.reference},
          {"title", draft.title},
          {"text", draft.text},
          {"removed", TextOrNull(draft.removed)}};
}

OrderedJson HandoffJson(const Handoff& handoff) {
  return {{"portalUrl", handoff.portal_url},
          {"label", handoff.label},
          {"draft", handoff.draft ? DraftJson(*handoff.draft) : OrderedJson()},
          {"prefill", handoff.prefill == Handoff::Prefill::kFragment}};
}

}  // namespace

std::optional<Refusal> ReadChatRequest(std::string_view body, ChatRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadLanguage(*object, request.lang)) return refusal;
  if (auto refusal = ReadMessage(*object, request.message)) return refusal;
  if (auto refusal = ReadField(*object, "key", Need::kRequired, request.key)) return refusal;
  if (!IsToken(request.key, 8, 100)) return Refusal{Problem::kWrongField, "key"};
  if (auto refusal = ReadField(*object, "conversation", Need::kOptional, request.conversation)) {
    return refusal;
  }
  if (!request.conversation.empty() && !IsToken(request.conversation, 1, 64)) {
    return Refusal{Problem::kWrongField, "conversation"};
  }
  if (auto refusal = ReadField(*object, "choice", Need::kOptional, request.choice)) return refusal;
  if (CountCodePoints(request.choice) > kMaxContextCodePoints) {
    return Refusal{Problem::kLongField, "choice"};
  }
  if (auto refusal = ReadReading(*object, request.reading)) return refusal;
  return ReadContext(*object, request.context);
}

std::string WriteChatReply(const TurnHeader& header, const Reply& reply) {
  OrderedJson json = {
      {"conversation", ConversationJson(header)},
      {"turn", header.turn_id},
      {"lang", reply.lang},
      {"decision", DecisionName(reply.decision)},
      {"understood", reply.understood ? UnderstoodJson(*reply.understood) : OrderedJson()},
      {"blocks", BlocksJson(reply.blocks)},
      {"citations", CitationsJson(reply.citations)},
      {"choices", ChoicesJson(reply.choices)},
      {"verdict", reply.verdict ? VerdictJson(*reply.verdict) : OrderedJson()},
      {"handoff", HandoffJson(reply.handoff)},
      {"saved", header.saved == TurnHeader::Saved::kYes}};
  if (reply.held == Reply::Held::kYes) json["holdout"] = true;
  return Dump(json);
}

std::optional<Refusal> ReadFeedbackRequest(std::string_view body, FeedbackRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadTurn(*object, request.turn)) return refusal;
  bool helpful = false;
  const Presence presence = object->ReadBoolean("helpful", helpful);
  if (presence == Presence::kAbsent) return Refusal{Problem::kMissingField, "helpful"};
  if (presence == Presence::kWrongType) return Refusal{Problem::kWrongField, "helpful"};
  request.helpful = helpful ? Helpful::kYes : Helpful::kNo;
  if (auto refusal = ReadField(*object, "reason", Need::kOptional, request.reason)) return refusal;
  if (CountCodePoints(request.reason) > kMaxReasonCodePoints) {
    return Refusal{Problem::kLongField, "reason"};
  }
  return std::nullopt;
}

std::optional<Refusal> ReadDraftRequest(std::string_view body, DraftRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadTurn(*object, request.turn)) return refusal;
  if (auto refusal = ReadField(*object, "title", Need::kRequired, request.title)) return refusal;
  if (auto refusal = ReadField(*object, "text", Need::kRequired, request.text)) return refusal;
  if (CountCodePoints(request.title) > kMaxDraftTitleCodePoints) {
    return Refusal{Problem::kLongField, "title"};
  }
  if (CountCodePoints(request.text) > kMaxDraftTextCodePoints) {
    return Refusal{Problem::kLongField, "text"};
  }
  return std::nullopt;
}

std::string WriteDraftReply(const Chat::EditedDraft& draft) {
  return Dump({{"title", draft.title},
               {"text", draft.text},
               {"removed", TextOrNull(draft.removed)},
               {"saved", true}});
}

std::optional<Refusal> ReadDraftEventRequest(std::string_view body, DraftEventRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadTurn(*object, request.turn)) return refusal;
  std::string name;
  if (auto refusal = ReadField(*object, "event", Need::kRequired, name)) return refusal;
  for (const DraftEvent event : {DraftEvent::kCopied, DraftEvent::kPortalOpened}) {
    if (DraftEventName(event) != name) continue;
    request.event = event;
    return std::nullopt;
  }
  return Refusal{Problem::kWrongField, "event"};
}

std::string WriteFeedbackReply() { return R"({"saved":true})"; }

}  // namespace pomocnik::bot::http
