#include "bot/chat.h"

#include <chrono>
#include <initializer_list>
#include <string_view>

#include "bot/conversation_json.h"
#include "bot/deflection/holdout.h"
#include "bot/dialogue/removed.h"
#include "bot/privacy/redaction.h"
#include "bot/turn_events.h"
#include "bot/turn_owner.h"
#include "bot/turn_record.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxBusyConversations = 65'536;  // about 7 MB

// Joins parts so that no two lists of parts give the same text.
std::string Joined(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const std::string_view part : parts) {
    joined += std::to_string(part.size()) + ":";
    joined += part;
  }
  return joined;
}

// Stands in a stored body where the secret goes. It holds the conversation's id, which did not
// exist when the visitor wrote, so that no text of the visitor's can contain it.
std::string SecretPlace(std::string_view conversation_id) {
  return "secret-of-" + std::string(conversation_id);
}

std::optional<DraftRecord> DraftOf(const Reply& reply) {
  if (!reply.handoff.draft) return std::nullopt;
  const Draft& draft = *reply.handoff.draft;
  return DraftRecord{draft.reference, draft.title, draft.text};
}

}  // namespace

struct Chat::Request {
  const ChatTurn& turn;
  std::string key;     // as stored
  std::string digest;  // of everything that was asked

  Request(const ChatTurn& asked, const IdentityKeys& keys)
      : turn(asked),
        key(keys.Digest(Joined({"key", asked.conversation_id, asked.key}))),
        digest(keys.Digest(Joined(
            {"request", asked.conversation_id, asked.question.text, asked.question.lang,
             asked.question.channel, asked.question.context.app, asked.question.context.screen,
             asked.question.context.module, asked.question.context.version,
             asked.question.reading == index::Reading::kLiteral ? "literal" : "",
             asked.question.choice}))) {}

  bool StartsConversation() const { return turn.conversation_id.empty(); }

  // The body as the visitor gets it.
  std::string Reveal(std::string body, std::string_view conversation_id,
                     const IdentityKeys& keys) const {
    if (!StartsConversation()) return body;
    const std::string place = SecretPlace(conversation_id);
    if (const auto at = body.find(place); at != std::string::npos) {
      body.replace(at, place.size(), keys.SecretFor(conversation_id));
    }
    return body;
  }
};

Chat::Chat(ChatParts parts)
    : parts_(std::move(parts)), conversations_(kConversationRate, kMaxBusyConversations) {}

Result<std::string> Chat::Take(const ChatTurn& turn) {
  if (!turn.conversation_id.empty() &&
      parts_.keys.CheckSecret(turn.conversation_id, turn.secret) == IdentityKeys::Match::kNo) {
    return Error::NotFound("take a turn: no such conversation, or not its secret");
  }
  const Request request(turn, parts_.keys);
  const auto stored = parts_.store.FindTurnByKey(request.key);
  if (stored && *stored) return Repeat(request, **stored);
  // A store that cannot be read is no reason not to answer; SaveTurn looks for the key again.
  return AnswerAnew(request);
}

Result<std::string> Chat::Repeat(const Request& request, const TurnRecord& stored) {
  if (stored.request_digest != request.digest) {
    return Error::Conflict("take a turn: its key was used for another request");
  }
  ++counters_.repeats;
  return request.Reveal(stored.reply, stored.conversation_id, parts_.keys);
}

Status Chat::CheckLimits(const std::string& conversation_id) {
  const auto wait = conversations_.Take(conversation_id, parts_.clock.SteadyNow());
  if (wait.count() > 0) {
    ++counters_.too_fast;
    return Error::Exhausted("take a turn: the conversation's turns come too fast", wait);
  }
  const auto turns = parts_.store.CountTurnsIn(conversation_id);
  // A store that cannot be read is no reason not to answer.
  if (!turns || *turns < kMaxConversationTurns) return {};
  ++counters_.too_long;
  return Error::Full("take a turn: the conversation is full");
}

Result<std::string> Chat::AnswerAnew(const Request& request) {
  const auto knowledge = parts_.knowledge.Get();
  if (knowledge == nullptr) return Error::Unavailable("take a turn: no index is published");
  if (!request.StartsConversation()) {
    RETURN_IF_ERROR(CheckLimits(request.turn.conversation_id));
  }
  const bool starts = request.StartsConversation();
  const std::string id = starts ? parts_.keys.NewId() : request.turn.conversation_id;
  const Conversation before = starts ? Conversation() : Recall(id);
  const auto reference = [&](int episode) { return parts_.keys.ReferenceFor(id, episode); };
  const auto held = [&](int episode) {
    return ArmOf(id, episode) == deflection::Arm::kHeld ? Reply::Held::kYes : Reply::Held::kNo;
  };
  const auto begin = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(
      const Answer answer,
      parts_.answerer.Reply({request.turn.question, before, reference, held}, *knowledge));
  counters_.answer_time.Observe(std::chrono::steady_clock::now() - begin);
  ++counters_.turns;
  ++counters_.decisions[static_cast<std::size_t>(answer.reply.decision)];
  return SaveAndWrite(request, id, answer);
}

deflection::Arm Chat::ArmOf(const std::string& conversation_id, int episode) const {
  const double share = parts_.holdout_share;
  if (share <= 0) return deflection::Arm::kNone;
  const std::string number = std::to_string(episode);
  return deflection::DrawArm(parts_.keys.Digest(Joined({"holdout", conversation_id, number})),
                             share);
}

// Nothing, as at the beginning, when the store cannot be read: that is no reason not to answer.
Conversation Chat::Recall(const std::string& conversation_id) {
  const auto state = parts_.store.FindState(conversation_id);
  if (!state || !*state || (*state)->empty()) return {};
  auto conversation = ParseConversation(**state);
  if (conversation) return *std::move(conversation);
  parts_.log.Warning("conversation_forgotten",
                     {{"conversation", conversation_id}, {"error", conversation.error().message}});
  return {};
}

Result<std::string> Chat::SaveAndWrite(const Request& request, const std::string& conversation_id,
                                       const Answer& answer) {
  const ChatTurn& turn = request.turn;
  const bool starts = request.StartsConversation();
  TurnHeader header;
  header.conversation_id = conversation_id;
  header.secret = starts ? SecretPlace(header.conversation_id) : std::string();
  header.turn_id = parts_.keys.NewId();

  TurnRecord record = RecordOf(turn.question, answer);
  record.id = header.turn_id;
  record.conversation_id = header.conversation_id;
  record.key = request.key;
  record.request_digest = request.digest;
  record.created_at = parts_.clock.Now();
  record.reply = parts_.write_reply(header, answer.reply);

  const Asker asker{Redact(turn.question.channel).text, turn.source, turn.question.choice,
                    ArmOf(conversation_id, record.episode)};
  const auto stored =
      parts_.store.SaveTurn({.id = header.conversation_id,
                             .created_at = record.created_at,
                             .channel = asker.channel,
                             .state = ToJson(answer.conversation)},
                            record, DraftOf(answer.reply), EventsOf(answer, record, asker));
  if (!stored) {
    ++counters_.lost_turns;
    parts_.log.Warning("turn_lost", {{"turn", record.id}, {"error", stored.error().message}});
    header.saved = TurnHeader::Saved::kNo;
    return request.Reveal(parts_.write_reply(header, answer.reply), header.conversation_id,
                          parts_.keys);
  }
  // The same key was being answered at the same time, and the other one came first.
  if (stored->id != record.id) return Repeat(request, *stored);
  return request.Reveal(record.reply, header.conversation_id, parts_.keys);
}

Result<Chat::EditedDraft> Chat::EditDraft(const std::string& turn_id, const std::string& secret,
                                          const EditedDraft& edited, const std::string& lang) {
  RETURN_IF_ERROR(CheckTurnOwner(parts_.store, parts_.keys, turn_id, secret));
  const auto knowledge = parts_.knowledge.Get();
  if (knowledge == nullptr) return Error::Unavailable("edit a draft: no index is published");
  Redaction title = Redact(edited.title);
  Redaction text = Redact(edited.text);
  std::vector<PersonalData> found = std::move(title.found);
  found.insert(found.end(), text.found.begin(), text.found.end());
  RETURN_IF_ERROR(parts_.store.EditDraft(turn_id, title.text, text.text, parts_.clock.Now()));
  return EditedDraft{std::move(title.text), std::move(text.text),
                     DescribeRemoved(found, knowledge->phrases, lang)};
}

Status Chat::NoteDraftEvent(const std::string& turn_id, const std::string& secret, DraftEvent event,
                            const std::string& source) {
  RETURN_IF_ERROR(CheckTurnOwner(parts_.store, parts_.keys, turn_id, secret));
  return parts_.store.SaveDraftEvent({turn_id, event, parts_.clock.Now(), source});
}

Status Chat::Rate(const std::string& turn_id, const std::string& secret, const Vote& vote) {
  RETURN_IF_ERROR(CheckTurnOwner(parts_.store, parts_.keys, turn_id, secret));
  return parts_.store.SaveFeedback({.turn_id = turn_id,
                                    .helpful = vote.helpful,
                                    .reason = Redact(vote.reason).text,
                                    .created_at = parts_.clock.Now(),
                                    .source = vote.source});
}

}  // namespace pomocnik::bot
