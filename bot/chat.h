// One turn of a conversation: identity, idempotency, redaction, record. What to say is the
// answerer's.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "base/histogram.h"
#include "base/log.h"
#include "base/result.h"
#include "base/token_buckets.h"
#include "bot/answerer.h"
#include "bot/identity_keys.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

struct ChatTurn {
  Question question;
  // The client's idempotency key, 8 to 100 characters. It counts within its conversation. On a
  // first turn, where there is none yet, it also stands for the client: whoever sends the same key
  // and the same request gets the same conversation, so it must be random (the widget takes a
  // UUID).
  std::string key;
  std::string conversation_id;  // empty: a new conversation
  std::string secret;           // of that conversation
  std::string source{};         // SourceNames::NameOf
};

// What the reply's wire form needs besides the Reply.
struct TurnHeader {
  std::string conversation_id;
  std::string secret;  // empty unless this is the first turn; to be written as it is, once
  std::string turn_id;
  enum class Saved { kNo, kYes } saved = Saved::kYes;
};

// Writes the body of a reply. Given from outside so that the bot does not know the wire format.
// Called from many threads at once.
using ReplyWriter = std::function<std::string(const TurnHeader&, const Reply&)>;

// Counters since the start; read by /metrics.
struct ChatCounters {
  std::atomic<std::uint64_t> turns{0};
  std::atomic<std::uint64_t> repeats{0};
  std::atomic<std::uint64_t> lost_turns{0};               // answered, but the store refused
  std::atomic<std::uint64_t> too_fast{0};                 // refused: kExhausted
  std::atomic<std::uint64_t> too_long{0};                 // refused: kFull
  std::array<std::atomic<std::uint64_t>, 7> decisions{};  // by Decision
  Histogram answer_time;                                  // from question to reply, without saving
};

// How much one conversation may hold: as many turns in a row, and then one each ten seconds.
inline constexpr TokenRate kConversationRate = {.per_second = 0.1, .burst = 30};
inline constexpr std::int64_t kMaxConversationTurns = 200;

// What a Chat works with. The referenced objects must outlive it.
struct ChatParts {
  const CurrentKnowledge& knowledge;
  const Answerer& answerer;
  TurnStore& store;
  const IdentityKeys& keys;
  const Clock& clock;
  Log& log;
  ReplyWriter write_reply;
  double holdout_share = 0;  // of episodes: deflection/holdout.h
};

// Thread-safe.
class Chat {
 public:
  explicit Chat(ChatParts parts);

  // The body of the reply. A repeat of a key with the same request gets the body that was stored;
  // what could not be stored is answered anew. kConflict: the key was used for another request.
  // kNotFound: no such conversation, or the secret is not its own. kUnavailable: no index is
  // published. kExhausted: the conversation's turns come faster than kConversationRate. kFull: it
  // has kMaxConversationTurns; those that were sent at the same time may make it some more. A first
  // turn and a repeat have no such limits. A store that fails does not fail the turn: the body then says saved:false.
  Result<std::string> Take(const ChatTurn& turn);

  // kNotFound: no such turn, or the secret is not its conversation's. kUnavailable: not saved, try
  // again.
  struct Vote {
    Helpful helpful = Helpful::kNo;
    std::string reason{};
    std::string source{};  // as in ChatTurn
  };
  Status Rate(const std::string& turn_id, const std::string& secret, const Vote& vote);

  // Keeps the visitor's own wording of a turn's draft and returns it as kept: without personal data. Errors as
  // Rate; kNotFound also when the turn has no draft.
  struct EditedDraft {
    std::string title;
    std::string text;
    std::string removed;  // says in `lang` what was taken out; empty: nothing
  };
  Result<EditedDraft> EditDraft(const std::string& turn_id, const std::string& secret,
                                const EditedDraft& edited, const std::string& lang);

  // Notes that a draft was copied or its portal opened. Errors as Rate.
  Status NoteDraftEvent(const std::string& turn_id, const std::string& secret, DraftEvent event,
                        const std::string& source = {});

  const ChatCounters& counters() const { return counters_; }

 private:
  struct Request;

  Result<std::string> Repeat(const Request& request, const TurnRecord& stored);
  Status CheckLimits(const std::string& conversation_id);
  Conversation Recall(const std::string& conversation_id);
  deflection::Arm ArmOf(const std::string& conversation_id, int episode) const;
  Result<std::string> AnswerAnew(const Request& request);
  Result<std::string> SaveAndWrite(const Request& request, const std::string& conversation_id,
                                   const Answer& answer);

  ChatParts parts_;
  ChatCounters counters_;
  TokenBuckets conversations_;
};

}  // namespace pomocnik::bot
