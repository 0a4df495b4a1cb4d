// What staff look at and take out: unanswered questions, conversations, counts of articles. The border to the state
// database.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/period.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

struct TimeSpan {
  Instant from;
  Instant before;
};

// A question that was not answered, or whose answer was of no use.
struct UnansweredTurn {
  std::string conversation_id;
  int episode = 1;
  Instant at;
  std::string lang;
  std::string question;
  std::string decision;
  std::string module;
  std::string candidates;  // ids, comma-separated, best first
  std::string article;     // that was answered with; empty: none
  std::string index_version;
  enum class Vote { kNone, kUnhelpful } vote = Vote::kNone;
  int requests = 0;  // filed in the episode
  int drafts = 0;    // 1: one was drafted in the episode
};

struct GapMark {
  std::string id;
  std::string state;  // "open", "out_of_scope"
  Instant at;
  std::string who;  // the account
  bool operator==(const GapMark&) const = default;
};

struct ArticleCounts {
  std::int64_t shown = 0;
  std::int64_t opened = 0;
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;
  std::int64_t requests = 0;
  bool operator==(const ArticleCounts&) const = default;
};

// Which conversations are asked for: those with a turn that fits all of it. An empty text fits every turn.
struct ConversationQuery {
  TimeSpan span;
  std::string
      words;  // what its question must hold, in small letters without č, š and ž; each word somewhere
  std::string decision;
  std::string outcome;  // of its episode
  std::string channel;
  std::string module;
  std::string article;  // that it was answered with
  std::string after;    // ListedConversations::next of the page before; empty: the first page
  int limit = 50;
};

struct ListedConversation {
  std::string id;
  Instant started_at;
  Instant last_at;  // of the newest turn that fits
  std::string channel;
  std::string lang;  // of the last turn, as is the decision
  std::int64_t turns = 0;
  std::string first_question;
  std::string decision;
  std::string outcome;  // of the last episode; empty: not known
  bool operator==(const ListedConversation&) const = default;
};

struct ConversationPage {
  std::vector<ListedConversation> conversations;  // by last_at, the newest first
  std::string next;                               // empty: there are no more
};

// One turn with all that belongs to it.
struct WholeTurn {
  TurnRecord turn;
  std::optional<FeedbackRecord> vote;
  std::optional<DraftRecord> draft;
};

struct OutcomeChange {
  Instant at;
  std::string was;
  std::string became;
  std::string reason;
  bool operator==(const OutcomeChange&) const = default;
};

struct WholeEpisode {
  std::int64_t number = 0;
  std::string outcome;
  std::string reason;
  std::string standing;
  std::vector<OutcomeChange> changes;
  bool operator==(const WholeEpisode&) const = default;
};

struct WholeConversation {
  std::string id;
  Instant started_at;
  std::string channel;
  std::vector<WholeTurn> turns;        // in order
  std::vector<WholeEpisode> episodes;  // in order; none when the ledger has no more of it
};

// Thread-safe. kUnavailable: the state cannot be read or written just now.
class DeskStore {
 public:
  virtual ~DeskStore() = default;

  // The newest `limit` of them, in order. Turns of those who try the assistant out, and those beyond a source's daily
  // share, are left out.
  virtual Result<std::vector<UnansweredTurn>> ListUnanswered(const TimeSpan& span, int limit) = 0;

  virtual Result<std::vector<GapMark>> ListGapMarks() = 0;
  virtual Status MarkGap(const GapMark& mark) = 0;  // in place of an earlier mark on the same id

  // By article; those that nothing is known of are absent.
  virtual Result<std::map<std::string, ArticleCounts>> CountArticles(
      const deflection::Period& period) = 0;

  // By article the questions that it answered most often, at most `limit` each.
  virtual Result<std::map<std::string, std::vector<std::string>>> ListTopQuestions(
      const TimeSpan& span, std::size_t limit) = 0;

  virtual Result<ConversationPage> ListConversations(const ConversationQuery& query) = 0;
  virtual Result<std::optional<WholeConversation>> FindConversation(std::string_view id) = 0;

  // Takes a conversation out with everything that belongs to it: turns, votes, drafts, its events, its episodes and
  // their history, and the text of requests that were joined with it. When this returns, nothing of its texts is in the
  // database file or its log; backups have it as long as they are kept. What it was counted as in the ledger is gone,
  // so that figures of its day are smaller by it; counts by article and of visits stay, because they name nobody.
  // kNotFound: there is none. kUnavailable: it may be taken out already, but not yet overwritten; ask again.
  virtual Status EraseConversation(std::string_view id) = 0;
};

}  // namespace pomocnik::bot
