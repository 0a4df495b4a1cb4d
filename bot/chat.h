// One turn of a conversation: identity, idempotency, redaction, record. What to say is the answerer's.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "base/log.h"
#include "base/result.h"
#include "bot/answerer.h"
#include "bot/identity_keys.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

struct ChatTurn {
  Question question;
  std::string key;              // the client's idempotency key, 8 to 100 characters
  std::string conversation_id;  // empty: a new conversation
  std::string secret;           // of that conversation
};

// What the reply's wire form needs besides the Reply.
struct TurnHeader {
  std::string conversation_id;
  std::string secret;  // empty unless this is the first turn
  std::string turn_id;
  enum class Saved { kNo, kYes } saved = Saved::kYes;
};

// Writes the body of a reply. Given from outside so that the bot does not know the wire format.
using ReplyWriter = std::function<std::string(const TurnHeader&, const Reply&)>;

// Counters since the start; read by /metrics.
struct ChatCounters {
  std::atomic<std::uint64_t> turns{0};
  std::atomic<std::uint64_t> repeats{0};
  std::atomic<std::uint64_t> lost_turns{0};  // answered, but the store refused
  std::atomic<std::uint64_t> decisions[7]{}; // by Decision
};

// Thread-safe. The collaborators must outlive it.
class Chat {
 public:
  Chat(const CurrentKnowledge& knowledge, const Answerer& answerer, TurnStore& store,
       const IdentityKeys& keys, const Clock& clock, Log& log, ReplyWriter write_reply);

  // The body of the reply. A repeat of a key with the same request gets the body that was stored.
  // kConflict: the key was used for another request. kNotFound: no such conversation, or the secret is not
  // its own. kUnavailable: no index is published. A store that fails does not fail the turn: the body then
  // says saved:false.
  Result<std::string> Take(const ChatTurn& turn);

  // kNotFound: no such turn, or the secret is not its conversation's. kUnavailable: not saved, try again.
  Status Rate(const std::string& turn_id, const std::string& secret, Helpful helpful,
              const std::string& reason);

  const ChatCounters& counters() const { return counters_; }

 private:
  const CurrentKnowledge& knowledge_;
  const Answerer& answerer_;
  TurnStore& store_;
  const IdentityKeys& keys_;
  const Clock& clock_;
  Log& log_;
  ReplyWriter write_reply_;
  ChatCounters counters_;
};

}  // namespace pomocnik::bot
