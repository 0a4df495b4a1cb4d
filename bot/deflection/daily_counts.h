// What an event adds to the counts of a day, which outlive the events. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "bot/deflection/event.h"
#include "bot/deflection/ledger.h"

namespace pomocnik::bot::deflection {

// Of one article on one day; a change of it may be negative.
struct ArticleCounts {
  int shown = 0;  // answered with
  int opened = 0;
  int helpful = 0;
  int unhelpful = 0;
  int requests = 0;  // filed in an episode that it answered last
  ArticleCounts& operator+=(const ArticleCounts& more);
  bool operator==(const ArticleCounts&) const = default;
};

struct ArticleChange {
  Date day;
  std::string article;
  ArticleCounts by;
  bool operator==(const ArticleChange&) const = default;
};

// `episode` as it is with the event in it; `vote_before`: the counted vote that this one takes the place of, which is
// taken out of its own day. Empty for an episode that is a test, the staff's or excess.
std::vector<ArticleChange> CountArticles(const Event& event, const EpisodeRecord& episode,
                                         const std::optional<Event>& vote_before);

// The day on which the event counts as a visit; absent when it is none that counts.
std::optional<Date> VisitDay(const Event& event);

}  // namespace pomocnik::bot::deflection
