// Where turns and feedback are kept: the border to the state database.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace pomocnik::bot {

// A conversation as stored. Ids are 128 random bits, base64url. The secret itself is never stored.
struct ConversationRecord {
  std::string id;
  std::string secret_sha256;  // hex
  Instant created_at;
  std::string channel;
};

// One question and its reply. Every text has been through bot/privacy.
struct TurnRecord {
  std::string id;
  std::string conversation_id;
  std::string key;          // the client's idempotency key
  std::string request_sha256;  // hex, of what was asked under the key; tells a repeat from a reuse
  Instant created_at;
  std::string lang;
  std::string question;     // redacted
  std::string decision;     // DecisionName()
  std::string articles;     // ids of the candidates, comma-separated, best first
  double confidence = 0;
  std::string app;
  std::string screen;
  std::string module;
  std::string index_version;
  std::string reply;        // the body that was sent, given again on a repeat
};

enum class Helpful { kNo, kYes };

struct FeedbackRecord {
  std::string turn_id;
  Helpful helpful = Helpful::kNo;
  std::string reason;  // redacted, may be empty
  Instant created_at;
};

// Thread-safe. Writes return after the commit; kUnavailable means nothing was written (disk full, queue
// full, read-only), and the caller goes on without.
class TurnStore {
 public:
  virtual ~TurnStore() = default;

  // Writes the turn, and the conversation when it is its first one. A key that exists already leaves
  // everything as it is and returns the turn stored under it.
  virtual Result<TurnRecord> SaveTurn(const ConversationRecord& conversation,
                                      const TurnRecord& turn) = 0;

  virtual Result<std::optional<TurnRecord>> FindTurnByKey(std::string_view key) = 0;

  virtual Result<std::optional<ConversationRecord>> FindConversation(std::string_view id) = 0;

  // The conversation a turn belongs to, absent for an unknown turn.
  virtual Result<std::optional<ConversationRecord>> FindConversationOfTurn(std::string_view turn_id) = 0;

  // One vote a turn; a later one replaces it.
  virtual Status SaveFeedback(const FeedbackRecord& feedback) = 0;

  // The number of turns kept, for /metrics and tests.
  virtual Result<std::int64_t> CountTurns() = 0;
};

}  // namespace pomocnik::bot
