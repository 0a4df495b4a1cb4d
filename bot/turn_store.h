// Where turns and feedback are kept: the border to the state database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/event.h"

namespace pomocnik::bot {

// A conversation as stored. The id is 128 random bits, base64url. Nothing of its secret is stored:
// IdentityKeys derives it.
struct ConversationRecord {
  std::string id;
  Instant created_at;
  std::string channel;  // redacted
  std::string state{};  // of the dialogue after its last turn (bot/conversation_json.h)
  bool operator==(const ConversationRecord&) const = default;
};

// One question and its reply. Every text that came from outside has been through bot/privacy.
struct TurnRecord {
  std::string id;
  std::string conversation_id;
  std::string key;  // digest of the conversation and the client's idempotency key; unique
  std::string request_digest;  // of what was asked under the key: tells a repeat from a reuse
  Instant created_at;
  std::string lang;
  std::string question;  // redacted
  std::string decision;  // DecisionName()
  std::string articles;  // ids of the candidates, comma-separated, best first
  double confidence = 0;
  std::string app;
  std::string screen;
  std::string module;
  std::string index_version;
  std::string reply;          // the body that was sent, without the conversation's secret
  int episode = 1;            // of the conversation
  std::string verdict{};      // VerdictName(); empty: none was given
  std::string article{};      // id of the article that was answered with; empty: none
  std::string explanation{};  // ToJson of an Explanation (bot/explanation.h), redacted
  bool operator==(const TurnRecord&) const = default;
};

enum class Helpful { kNo, kYes };

struct FeedbackRecord {
  std::string turn_id;
  Helpful helpful = Helpful::kNo;
  std::string reason;  // redacted, may be empty
  Instant created_at;
  std::string source{};  // whose vote it is, as in deflection::Event
};

// A request that was drafted in a turn. Redacted.
struct DraftRecord {
  std::string reference;
  std::string title;
  std::string text;
  bool operator==(const DraftRecord&) const = default;
};

// What a visitor did with a draft.
enum class DraftEvent { kCopied, kPortalOpened };
constexpr std::string_view DraftEventName(DraftEvent event) {
  return event == DraftEvent::kCopied ? "draft_copied" : "portal_opened";
}

struct DraftEventRecord {
  std::string turn_id;
  DraftEvent event = DraftEvent::kCopied;
  Instant created_at;
  std::string source{};  // as in FeedbackRecord
};

// Thread-safe. A write returns after its commit. kUnavailable means that the write is not known to
// be kept (disk full, queue full, read-only, too slow): the caller goes on without, and may repeat
// it under the same key. Reads return what was committed. What a write means for the statistics is kept in the same
// commit: votes and drafts as events that this makes of them.
class TurnStore {
 public:
  virtual ~TurnStore() = default;

  // Writes the turn, its draft if there is one, what happened in it, and the conversation or, when that is stored already, its state. A key that exists leaves
  // everything as it is and returns the turn stored under it; otherwise the turn itself is
  // returned. REQUIRES: turn.conversation_id == conversation.id.
  virtual Result<TurnRecord> SaveTurn(const ConversationRecord& conversation,
                                      const TurnRecord& turn,
                                      const std::optional<DraftRecord>& draft,
                                      const std::vector<deflection::Event>& events) = 0;

  // The state of a conversation after its last turn; absent for one that is not kept.
  virtual Result<std::optional<std::string>> FindState(std::string_view conversation_id) = 0;

  virtual Result<std::optional<TurnRecord>> FindTurnByKey(std::string_view key) = 0;

  // The id of the conversation that a turn belongs to, absent for an unknown turn.
  virtual Result<std::optional<std::string>> FindConversationOfTurn(std::string_view turn_id) = 0;

  // How many turns of a conversation are kept.
  virtual Result<std::int64_t> CountTurnsIn(std::string_view conversation_id) = 0;

  // One vote a turn; a later one replaces it. kNotFound: no such turn.
  virtual Status SaveFeedback(const FeedbackRecord& feedback) = 0;

  // The vote on a turn, absent when there is none.
  virtual Result<std::optional<FeedbackRecord>> FindFeedback(std::string_view turn_id) = 0;

  // Puts the visitor's own wording in place of the draft's. kNotFound: the turn has no draft.
  virtual Status EditDraft(std::string_view turn_id, const std::string& title,
                           const std::string& text, Instant now) = 0;

  // The draft of a turn, absent when there is none.
  virtual Result<std::optional<DraftRecord>> FindDraft(std::string_view turn_id) = 0;

  // Notes what was done with the draft of a turn; a second time counts for nothing. kNotFound: no such turn.
  virtual Status SaveDraftEvent(const DraftEventRecord& event) = 0;

  // The number of turns kept, for /metrics and tests.
  virtual Result<std::int64_t> CountTurns() = 0;
};

}  // namespace pomocnik::bot
