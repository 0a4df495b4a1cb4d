#include "bot/deflection/ledger.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "index/text/local_day.h"

namespace pomocnik::bot::deflection {
namespace {

using Has = EpisodeRecord::Has;

constexpr std::array<std::string_view, 6> kStandingNames = {"counted", "greeting", "empty",
                                                            "test",    "staff",    "excess"};
constexpr std::array<std::string_view, 3> kOutcomeNames = {"confirmed", "potential", "none"};
constexpr std::array<std::string_view, 8> kReasonNames = {
    "filed", "returned", "drafted", "not_found", "unhelpful", "helpful", "read", "unread"};
constexpr std::array<std::string_view, 3> kVoteNames = {"", "yes", "no"};

template <typename Enum, std::size_t size>
std::optional<Enum> Parse(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

template <typename Enum, std::size_t size>
std::string_view Name(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

void Begin(const Event& event, EpisodeRecord& record) {
  record.conversation_id = event.conversation_id;
  record.number = event.episode;
  record.day = index::LocalDay(event.at);
  record.started_at = event.at;
  record.channel = event.channel;
  record.lang = event.lang;
  record.app = event.app;
  record.screen = event.screen;
  record.module = event.module;
  record.arm = event.arm;
  if (event.counted == Counted::kNo) record.excess = Has::kYes;
}

void NoteQuestion(const Event& event, EpisodeRecord& record) {
  if (event.detail == kUnreadable) record.unreadable = Has::kYes;
  if (event.detail == kUnreadable || event.detail == "smalltalk") return;
  ++record.questions;
  const bool answers = event.detail == "answer" || event.detail == "policy";
  if (answers) {
    record.last_answer_at = event.at;
    record.last_turn = event.turn_id;
    record.article = event.article;
    record.vote = Vote::kNone;
    record.read = Has::kNo;
    record.missed = Has::kNo;
  } else if (event.detail != "status") {
    record.missed = Has::kYes;  // who asks for the state of a request asks for nothing new
  }
}

void KeepFirst(Instant at, std::optional<Instant>& first) {
  first = first ? std::min(*first, at) : at;
}

void NoteVote(const Event& event, EpisodeRecord& record) {
  const bool counts = event.counted == Counted::kYes && event.turn_id == record.last_turn;
  if (counts) record.vote = event.detail == kVotedYes ? Vote::kYes : Vote::kNo;
}

void NoteView(const Event& event, EpisodeRecord& record) {
  const bool of_answer = event.article.empty() || event.article == record.article;
  if (of_answer && event.turn_id == record.last_turn) record.read = Has::kYes;
}

void Note(const Event& event, EpisodeRecord& record) {
  switch (event.kind) {
    case EventKind::kQuestion:
    case EventKind::kChoice:
      return NoteQuestion(event, record);
    case EventKind::kView:
      return NoteView(event, record);
    case EventKind::kVote:
      return NoteVote(event, record);
    case EventKind::kDraft:
      // With "nothing was found", and before an answer that is held, a draft is offered unasked; it counts when it is
      // used.
      if (event.detail != "abstain" && event.detail != kHeldDraft) record.drafted = Has::kYes;
      return;
    case EventKind::kCopied:
    case EventKind::kPortal:
      record.drafted = Has::kYes;
      return;
    case EventKind::kReturn:
      return KeepFirst(event.at, record.returned_at);
    case EventKind::kRequest:
      ++record.requests;
      return KeepFirst(event.at, record.requested_at);
    case EventKind::kVisit:
    case EventKind::kSuggestion:
    case EventKind::kF1Opened:
    case EventKind::kF1Missed:
      return;  // of no episode
  }
}

Standing StandingOf(const EpisodeRecord& record) {
  if (record.channel == kTestChannel) return Standing::kTest;
  if (record.channel == kStaffChannel) return Standing::kStaff;
  if (record.excess == Has::kYes) return Standing::kExcess;
  if (record.questions > 0) return Standing::kCounted;
  return record.unreadable == Has::kYes ? Standing::kEmpty : Standing::kGreeting;
}

Reason ReasonOf(const LedgerRules& rules, const EpisodeRecord& record) {
  const auto in_window = [&](const std::optional<Instant>& at) {
    return at && (!record.answered() || *at <= *record.last_answer_at + rules.window);
  };
  if (in_window(record.requested_at)) return Reason::kFiled;
  if (record.answered() && in_window(record.returned_at)) return Reason::kReturned;
  if (record.drafted == Has::kYes) return Reason::kDrafted;
  if (!record.answered() || record.missed == Has::kYes) return Reason::kNotFound;
  if (record.vote == Vote::kNo) return Reason::kUnhelpful;
  if (record.vote == Vote::kYes) return Reason::kHelpful;
  return record.read == Has::kYes ? Reason::kRead : Reason::kUnread;
}

Outcome OutcomeFor(Reason reason) {
  if (reason == Reason::kHelpful) return Outcome::kConfirmed;
  return reason == Reason::kRead ? Outcome::kPotential : Outcome::kNone;
}

}  // namespace

std::string_view StandingName(Standing standing) { return Name(kStandingNames, standing); }
std::optional<Standing> ParseStanding(std::string_view name) {
  return Parse<Standing>(kStandingNames, name);
}
std::string_view OutcomeName(Outcome outcome) { return Name(kOutcomeNames, outcome); }
std::optional<Outcome> ParseOutcome(std::string_view name) {
  return Parse<Outcome>(kOutcomeNames, name);
}
std::string_view ReasonName(Reason reason) { return Name(kReasonNames, reason); }
std::optional<Reason> ParseReason(std::string_view name) {
  return Parse<Reason>(kReasonNames, name);
}
std::string_view VoteName(Vote vote) { return Name(kVoteNames, vote); }
Vote ParseVote(std::string_view name) {
  return Parse<Vote>(kVoteNames, name).value_or(Vote::kNone);
}

std::optional<Change> Apply(const Event& event, const LedgerRules& rules, EpisodeRecord& record) {
  const Outcome was = record.outcome;
  if (record.events == 0) Begin(event, record);
  ++record.events;
  Note(event, record);
  record.standing = StandingOf(record);
  record.reason = ReasonOf(rules, record);
  record.outcome = OutcomeFor(record.reason);
  if (record.standing != Standing::kCounted || record.outcome == was) return std::nullopt;
  return Change{event.at, was, record.outcome, record.reason};
}

}  // namespace pomocnik::bot::deflection
