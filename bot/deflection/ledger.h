// How an episode ended, told by its events: the one place where success is decided. Pure. One event after the other
// and all of them from the beginning give the same.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "bot/deflection/event.h"

namespace pomocnik::bot::deflection {

// Whether an episode is in the denominator of a rate. Only kCounted is.
enum class Standing {
  kCounted,
  kGreeting,  // small talk and nothing else
  kEmpty,     // nothing that could be read
  kTest,      // from those who try it out: by the channel
  kStaff,
  kExcess  // beyond what one source may have counted in a day
};
std::string_view StandingName(Standing standing);  // "counted"
std::optional<Standing> ParseStanding(std::string_view name);

enum class Outcome { kConfirmed, kPotential, kNone };
std::string_view OutcomeName(Outcome outcome);  // "confirmed"
std::optional<Outcome> ParseOutcome(std::string_view name);

// Why the outcome is what it is, in the order in which they are looked at.
enum class Reason {
  kFiled,      // none: a request with the episode's reference was filed before the window closed
  kReturned,   // none: the visitor came back to the matter before the window closed
  kDrafted,    // none: a request was drafted at the visitor's wish, or any draft was used
  kNotFound,   // none: the last question was not answered
  kUnhelpful,  // none: the last answer was marked so
  kHelpful,    // confirmed: the last answer was marked so
  kRead,       // potential: the last answer was opened or 10 s in view, and nothing was said
  kUnread      // none: it was not even read
};
std::string_view ReasonName(Reason reason);  // "not_found"
std::optional<Reason> ParseReason(std::string_view name);

struct LedgerRules {
  // How long after its last answer a request or a return takes the success of an episode back; its end included.
  std::chrono::milliseconds window = std::chrono::days(7);
};

enum class Vote { kNone, kYes, kNo };
std::string_view VoteName(Vote vote);  // "", "yes", "no"
Vote ParseVote(std::string_view name);

// One row of the ledger.
struct EpisodeRecord {
  enum class Has { kNo, kYes };

  std::string conversation_id{};
  int number = 0;
  Date day{};            // of the first event, in Slovenia
  Instant started_at{};  // the first event
  std::optional<Instant> last_answer_at{};
  // Of the first event.
  std::string channel{};
  std::string lang{};
  std::string app{};
  std::string screen{};
  std::string module{};
  Arm arm = Arm::kNone;

  Standing standing = Standing::kEmpty;
  Outcome outcome = Outcome::kNone;
  Reason reason = Reason::kNotFound;
  std::string article{};  // of the last answer
  int questions = 0;      // real ones
  int requests = 0;

  // What goes into the judgement.
  std::string last_turn{};  // of the last answer
  Vote vote = Vote::kNone;  // on the last answer
  Has read = Has::kNo;      // the last answer
  Has missed = Has::kNo;    // the last question was not answered
  Has drafted = Has::kNo;
  Has unreadable = Has::kNo;
  Has excess = Has::kNo;
  std::optional<Instant> requested_at{};  // the first of them
  std::optional<Instant> returned_at{};   // the same
  int events = 0;                         // how many were folded in

  bool answered() const { return last_answer_at.has_value(); }
  bool operator==(const EpisodeRecord&) const = default;
};

// A success that was gained or lost.
struct Change {
  Instant at;
  Outcome was = Outcome::kNone;
  Outcome became = Outcome::kNone;
  Reason reason = Reason::kNotFound;
  bool operator==(const Change&) const = default;
};

// Folds one more event of the episode in; the record is a fresh one before the first. Returns the change of the
// outcome of an episode that counts. Events come in the order in which they were kept, which need not be that of
// their times: a request is often imported days later.
std::optional<Change> Apply(const Event& event, const LedgerRules& rules, EpisodeRecord& record);

}  // namespace pomocnik::bot::deflection
