// How much of what one source says in a day is counted: so that nobody can move a rate alone. What is beyond is kept,
// but not counted. Pure.
#pragma once

#include "bot/deflection/event.h"

namespace pomocnik::bot::deflection {

// Of a source on one day. One office may stand behind one address: it asks often, but it need not vote often to be
// heard.
struct SourceCounts {
  int visits = 0;
  int episodes = 0;
  int votes = 0;
  bool operator==(const SourceCounts&) const = default;
};
inline constexpr SourceCounts kSourceShare = {.visits = 200, .episodes = 200, .votes = 10};

// What an event takes of the share.
enum class Takes { kNothing, kVisit, kEpisode, kVote };
enum class First { kNo, kYes };  // of its episode
Takes TakenBy(const Event& event, First first);

// Takes it from what is left of the share. kNo: there is nothing left, and `counts` stays as it is.
Counted Take(Takes takes, SourceCounts& counts);

}  // namespace pomocnik::bot::deflection
