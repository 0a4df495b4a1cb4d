#include "bot/deflection/daily_counts.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "tests/bot/deflection/story.h"

namespace pomocnik::bot::deflection {
namespace {

// "day article shown/opened/helpful/unhelpful/requests; …" after a story.
std::string Counts(std::string_view line, std::string_view channel = "web") {
  testing::Story story(*ParseRfc3339("2026-11-23T09:00:00Z"));
  EpisodeRecord episode;
  std::map<std::string, Event> votes;
  std::map<std::string, ArticleCounts> counts;
  for (const Event& event : story.Tell(line, channel)) {
    Apply(event, LedgerRules(), episode);
    std::optional<Event> before;
    const bool votes_again = event.kind == EventKind::kVote && votes.contains(event.turn_id);
    if (votes_again) before = votes.at(event.turn_id);
    for (const auto& [day, article, by] : CountArticles(event, episode, before)) {
      ArticleCounts& row = counts[FormatDate(day).substr(5) + " " + article];
      row.shown += by.shown;
      row.opened += by.opened;
      row.helpful += by.helpful;
      row.unhelpful += by.unhelpful;
      row.requests += by.requests;
    }
    if (event.kind == EventKind::kVote) votes.insert_or_assign(event.turn_id, event);
  }
  std::string text;
  for (const auto& [key, row] : counts) {
    text += key + " " + std::to_string(row.shown) + std::to_string(row.opened) +
            std::to_string(row.helpful) + std::to_string(row.unhelpful) +
            std::to_string(row.requests) + "; ";
  }
  return text;
}

TEST_CASE("an article is counted on the day of what happened to it") {
  struct Row {
    const char* story;
    const char* counts;
  };
  const Row rows[] = {
      {"abstain", ""},
      {"answer", "11-23 a1 10000; "},
      {"answer opened", "11-23 a1 11000; "},
      {"answer dwell", "11-23 a1 10000; "},
      {"answer opened=other", "11-23 a1 10000; 11-23 other 01000; "},
      {"choices picked yes", "11-23 a2 10100; "},
      {"answer no +1d filed", "11-23 a1 10010; 11-24 a1 00001; "},
      {"answer yes no", "11-23 a1 10010; "},
      {"answer yes +1d no", "11-23 a1 10000; 11-24 a1 00010; "},
      {"answer +1d answer no", "11-23 a1 10000; 11-24 a2 10010; "},
      {"abstain filed", ""},
      {"answer yes!", "11-23 a1 10000; "},
      {"answer! opened yes", ""},
      {"policy yes", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.story);
    CHECK(Counts(row.story) == row.counts);
  }
  CHECK(Counts("answer yes", "test") == "");
  CHECK(Counts("answer yes", "staff") == "");
}

TEST_CASE("a visit is counted on its day in Slovenia, but not one of those who try it out") {
  Event visit;
  visit.kind = EventKind::kVisit;
  visit.at = *ParseRfc3339("2026-10-25T23:30:00Z");
  visit.channel = "web";
  CHECK(FormatDate(*VisitDay(visit)) == "2026-10-26");
  for (const char* channel : {"test", "staff"}) {
    visit.channel = channel;
    CHECK_FALSE(VisitDay(visit));
  }
  visit.channel = "web";
  visit.counted = Counted::kNo;
  CHECK_FALSE(VisitDay(visit));
  CHECK_FALSE(VisitDay(Event()));
}

}  // namespace
}  // namespace pomocnik::bot::deflection
