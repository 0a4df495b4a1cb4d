// What happened: the events that the ledger is folded from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::bot::deflection {

enum class EventKind {
  kVisit,       // the chat was opened
  kQuestion,    // a message, whatever it was
  kChoice,      // an offered article was picked
  kView,        // an answer or an article of it was opened, or 10 s in view
  kVote,        // on an answer
  kDraft,       // a request was drafted
  kCopied,      // the draft was copied
  kPortal,      // the portal was opened from a reply
  kReturn,      // a later episode of the conversation is on the matter of this one
  kRequest,     // a request was really filed
  kSuggestion,  // a suggested article was picked while typing
  kF1Opened,    // F1 was pressed on a screen that has a topic
  kF1Missed     // … that has none of its own
};

// As the state keeps it: "draft_copied".
std::string_view KindName(EventKind kind);
std::optional<EventKind> ParseKind(std::string_view name);

// What an experiment does with the answers of an episode.
enum class Arm {
  kNone,   // nothing is tried
  kShown,  // they are shown at once
  kHeld    // after the request form was offered
};
std::string_view ArmName(Arm arm);  // "", "shown", "held"
Arm ParseArm(std::string_view name);

enum class Counted { kNo, kYes };

// No text of a visitor and no address is in it.
struct Event {
  Instant at;
  EventKind kind = EventKind::kQuestion;
  std::string conversation_id{};  // empty, as are the next two: it belongs to none
  int episode = 0;
  std::string turn_id{};
  std::string channel{};
  std::string lang{};
  std::string app{};
  std::string screen{};
  std::string module{};
  std::string article{};  // that was answered with, picked, viewed or voted on
  std::string index_version{};
  std::string detail{};  // by kind: see below
  std::string source{};  // SourceNames::NameOf; empty: not known
  Arm arm = Arm::kNone;  // of the episode
  Counted counted = Counted::kYes;
  bool operator==(const Event&) const = default;
};

// The details. A question and a choice have the decision on it (DecisionName), or:
inline constexpr std::string_view kUnreadable = "unreadable";
// A draft has the decision that it came with, or, beside an answer that is held:
inline constexpr std::string_view kHeldDraft = "held";
// A vote and a view have:
inline constexpr std::string_view kVotedYes = "yes";
inline constexpr std::string_view kVotedNo = "no";
inline constexpr std::string_view kOpened = "opened";
inline constexpr std::string_view kDwell = "dwell";
// F1 has the match (MatchName), a request its number.

// The channels of those who try the assistant out.
inline constexpr std::string_view kTestChannel = "test";
inline constexpr std::string_view kStaffChannel = "staff";

}  // namespace pomocnik::bot::deflection
