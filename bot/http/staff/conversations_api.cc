#include "bot/http/staff/conversations_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/latin.h"
#include "bot/deflection/ledger.h"
#include "bot/dialogue/reply.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/staff/explanation_api.h"
#include "bot/http/staff/filter.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kMaxSearchCodePoints = 200;
constexpr std::size_t kMaxIdLength = 64;

bool IsDecision(std::string_view name) {
  for (const Decision decision :
       {Decision::kAnswer, Decision::kChoices, Decision::kAbstain, Decision::kPolicy,
        Decision::kSmalltalk, Decision::kHandoff, Decision::kStatus}) {
    if (name == DecisionName(decision)) return true;
  }
  return false;
}

// A member of the reply that was sent; an empty array when there is none.
OrderedJson PartOf(const OrderedJson& reply, const char* name) {
  if (!reply.is_object()) return OrderedJson::array();
  const auto found = reply.find(name);
  return found != reply.end() && found->is_array() ? *found : OrderedJson::array();
}

OrderedJson VoteJson(const std::optional<FeedbackRecord>& vote) {
  if (!vote) return nullptr;
  return {{"helpful", vote->helpful == Helpful::kYes},
          {"reason", vote->reason},
          {"at", FormatRfc3339(vote->created_at)}};
}

OrderedJson DraftJson(const std::optional<DraftRecord>& draft) {
  if (!draft) return nullptr;
  return {{"reference", draft->reference}, {"title", draft->title}, {"text", draft->text}};
}

OrderedJson TurnJson(const WholeTurn& whole, Language language) {
  const TurnRecord& turn = whole.turn;
  const auto reply = OrderedJson::parse(turn.reply, nullptr, false);
  return {{"id", turn.id},
          {"at", FormatRfc3339(turn.created_at)},
          {"episode", turn.episode},
          {"lang", turn.lang},
          {"question", turn.question},
          {"decision", turn.decision},
          {"confidence", turn.confidence},
          {"article", TextOrNull(turn.article)},
          {"app", turn.app},
          {"screen", turn.screen},
          {"module", turn.module},
          {"indexVersion", turn.index_version},
          {"blocks", PartOf(reply, "blocks")},
          {"choices", PartOf(reply, "choices")},
          {"citations", PartOf(reply, "citations")},
          {"verdict", TextOrNull(turn.verdict)},
          {"vote", VoteJson(whole.vote)},
          {"draft", DraftJson(whole.draft)},
          {"explanation", ExplanationJson(turn.explanation, language)}};
}

OrderedJson EpisodeJson(const WholeEpisode& episode) {
  OrderedJson changes = OrderedJson::array();
  for (const OutcomeChange& change : episode.changes) {
    changes.push_back({{"at", FormatRfc3339(change.at)},
                       {"was", change.was},
                       {"became", change.became},
                       {"reason", change.reason}});
  }
  return {{"number", episode.number},
          {"outcome", episode.outcome},
          {"reason", episode.reason},
          {"standing", episode.standing},
          {"changes", std::move(changes)}};
}

}  // namespace

std::optional<Refusal> ReadConversationQuery(const Request& request, ConversationQuery& query) {
  struct Filter {
    std::string_view name;
    std::string* value;
  };
  for (const Filter& filter : {Filter{"q", &query.words}, Filter{"decision", &query.decision},
                               Filter{"outcome", &query.outcome}, Filter{"channel", &query.channel},
                               Filter{"module", &query.module}, Filter{"article", &query.article},
                               Filter{"before", &query.after}}) {
    if (auto refusal = ReadFilter(request, filter.name, kMaxSearchCodePoints, *filter.value))
      return refusal;
  }
  query.words = PlainLetters(query.words);
  if (!query.decision.empty() && !IsDecision(query.decision)) {
    return Refusal{Problem::kWrongField, "decision"};
  }
  if (!query.outcome.empty() && !deflection::ParseOutcome(query.outcome)) {
    return Refusal{Problem::kWrongField, "outcome"};
  }
  return std::nullopt;
}

std::string WriteConversations(const ConversationPage& page) {
  OrderedJson list = OrderedJson::array();
  for (const ListedConversation& conversation : page.conversations) {
    list.push_back({{"id", conversation.id},
                    {"startedAt", FormatRfc3339(conversation.started_at)},
                    {"lastAt", FormatRfc3339(conversation.last_at)},
                    {"channel", conversation.channel},
                    {"lang", conversation.lang},
                    {"turns", conversation.turns},
                    {"firstQuestion", conversation.first_question},
                    {"decision", conversation.decision},
                    {"outcome", TextOrNull(conversation.outcome)}});
  }
  return Dump({{"conversations", std::move(list)}, {"next", TextOrNull(page.next)}});
}

std::string WriteConversation(const WholeConversation& conversation, Language language) {
  OrderedJson turns = OrderedJson::array();
  for (const WholeTurn& whole : conversation.turns) turns.push_back(TurnJson(whole, language));
  OrderedJson episodes = OrderedJson::array();
  for (const WholeEpisode& episode : conversation.episodes) {
    episodes.push_back(EpisodeJson(episode));
  }
  return Dump({{"id", conversation.id},
               {"startedAt", FormatRfc3339(conversation.started_at)},
               {"channel", conversation.channel},
               {"turns", std::move(turns)},
               {"episodes", std::move(episodes)}});
}

IdForm CheckConversationId(std::string_view id) {
  const bool right =
      !id.empty() && id.size() <= kMaxIdLength && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
      });
  return right ? IdForm::kRight : IdForm::kWrong;
}

std::optional<Refusal> ReadEraseRequest(std::string_view body, std::string& id) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  switch (object->ReadString("id", id)) {
    case JsonObject::Presence::kAbsent:
      return Refusal{Problem::kMissingField, "id"};
    case JsonObject::Presence::kWrongType:
      return Refusal{Problem::kWrongField, "id"};
    case JsonObject::Presence::kPresent:
      break;
  }
  if (CheckConversationId(id) == IdForm::kRight) return std::nullopt;
  return Refusal{Problem::kWrongField, "id"};
}

}  // namespace pomocnik::bot::http
